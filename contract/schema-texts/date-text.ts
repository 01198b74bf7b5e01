import type { Bilingual } from '../texts/bilingual.ts';
import { quoted } from '../texts/quoted.ts';
import type { TypeForm } from './type-forms.ts';

/** What kind of mistake a value that is no day makes: a time or zone too many, another form, a day that does not exist. */
export type DateWhy = 'date-with-time' | 'date-form' | 'no-day';

/** The kind of mistake in what stands for a day. */
export const dateWhy = (value: string): DateWhy => {
  const said = value.trim();
  if (/^\d{4}-\d\d-\d\d\S*[TZ+:]|^\d{4}-\d\d-\d\d(?:\s+\d|[+-]\d)/.test(said)) return 'date-with-time';
  return /^\d{4}-\d\d-\d\d$/.test(said) ? 'no-day' : 'date-form';
};

/** A day in another form than asked, with the form that is; undefined for what is no day in any form that people write. */
export const dateText = (subject: Bilingual, value: string, { name }: TypeForm): Bilingual | undefined => {
  if (name !== 'date') return undefined;
  if (/^0001-01-01(?!\d)/.test(value.trim())) return unfilledText(subject, value);
  const day = dayIn(value.trim());
  if (day === undefined && isAmbiguous(value.trim())) return ambiguousText(subject, value);
  if (day === undefined)
    return /\d/.test(value) && !/^[\d\s:.TZ/+-]+$/.test(value) ? wordsText(subject, value) : undefined;
  const why = whyNot(value.trim());
  const way = { nl: `Schrijf ${day} (jjjj-mm-dd)`, en: `Write ${day} (yyyy-mm-dd)` };
  return {
    nl: `${subject.nl} is ${quoted(value)}, en hier hoort een dag ${why.nl}. ${way.nl}.`,
    en: `${subject.en} is ${quoted(value)}, and a day ${why.en} belongs here. ${way.en}.`,
  };
};

/** What .NET and Java write of a moment that nobody set. */
const unfilledText = (subject: Bilingual, value: string): Bilingual => ({
  nl: `${subject.nl} is ${quoted(value)}, en dat schrijft een systeem voor een datum die niet is ingevuld. Vul de dag in (jjjj-mm-dd), of laat het element weg waar dat mag.`,
  en: `${subject.en} is ${quoted(value)}, which a system writes for a date that was not filled in. Fill in the day (yyyy-mm-dd), or leave the element out where that is allowed.`,
});

/** With strokes the month may come first: only a day past the twelfth tells. */
const isAmbiguous = (value: string): boolean => {
  const [, one, other] = /^(\d\d?)\/(\d\d?)\/\d{4}$/.exec(value) ?? [];
  return one !== undefined && one !== other && Number(one) <= 12 && Number(other) <= 12;
};

const ambiguousText = (subject: Bilingual, value: string): Bilingual => ({
  nl: `${subject.nl} is ${quoted(value)}, en hier hoort een dag met het jaar voorop. Schrijf jjjj-mm-dd.`,
  en: `${subject.en} is ${quoted(value)}, and a day with the year first belongs here. Write yyyy-mm-dd.`,
});

/** With words in it, such as the name of a month. */
const wordsText = (subject: Bilingual, value: string): Bilingual => ({
  nl: `${subject.nl} is ${quoted(value)}, en hier hoort een dag in cijfers. Schrijf jjjj-mm-dd, zoals 2026-03-01.`,
  en: `${subject.en} is ${quoted(value)}, and a day in digits belongs here. Write yyyy-mm-dd, such as 2026-03-01.`,
});

const whyNot = (value: string): Bilingual => {
  if (/^\d{4}-\d\d-\d\d\s/.test(value)) return { nl: 'zonder tijd', en: 'without a time' };
  if (/^\d{4}\D\d\d?\D\d\d?$/.test(value) || /^\d{8}$/.test(value))
    return {
      nl: 'met streepjes en twee cijfers voor maand en dag',
      en: 'with hyphens and two digits for month and day',
    };
  if (/T\d/.test(value))
    return { nl: 'zonder tijd of tijdzone (geen dateTime)', en: 'without a time or time zone (no dateTime)' };
  if (/^\d{4}-\d\d-\d\d./.test(value)) return { nl: 'zonder tijdzone', en: 'without a time zone' };
  return { nl: 'met het jaar voorop', en: 'with the year first' };
};

const forms: readonly (readonly [form: RegExp, order: readonly [year: number, month: number, day: number]])[] = [
  [/^(\d{4})-(\d\d)-(\d\d)(?:T[\d:.]*)?(?:Z|[+-]\d\d:?\d\d)?$/, [1, 2, 3]],
  [/^(\d{4})-(\d\d)-(\d\d)\s[\d:.]+$/, [1, 2, 3]],
  [/^(\d{4})(\d\d)(\d\d)$/, [1, 2, 3]],
  [/^(\d{4})[-/.](\d\d?)[-/.](\d\d?)$/, [1, 2, 3]],
  [/^(\d\d?)[-/.](\d\d?)[-/.](\d{4})$/, [3, 2, 1]],
];

const dayIn = (value: string): string | undefined => {
  for (const [form, order] of forms) {
    const match = form.exec(value);
    if (match === null) continue;
    const [year = '', month = '', day = ''] = order.map((index) => match[index] ?? '');
    if (isAmbiguous(value)) return undefined;
    const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isDay(written) && written !== value ? (dutchDay(value) ?? written) : undefined;
  }
  return undefined;
};

/** The day that a moment is in the Netherlands; undefined for what names no time zone. */
const dutchDay = (value: string): string | undefined => {
  if (!/T\d\d:\d\d.*(?:Z|[+-]\d\d:\d\d)$/.test(value)) return undefined;
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) ? undefined : dutchDays.format(moment);
};

/** Sweden writes yyyy-mm-dd. */
const dutchDays = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

const isDay = (written: string): boolean => {
  const moment = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(written);
};
