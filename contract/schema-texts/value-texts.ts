import type { NamedMessage } from '#xml/schema/naming';
import type { Bilingual } from '../texts/bilingual.ts';
import { quoted } from '../texts/quoted.ts';
import { dateText } from './date-text.ts';
import { listText } from './list-text.ts';
import { listedValues } from './listed-values.ts';
import { patternText } from './pattern-text.ts';
import { faultOf, type SchemaFault } from './schema-fault.ts';
import { subjectOf } from './subject.ts';
import { formOf, isList, type TypeForm, unitOf } from './type-forms.ts';

type Text = (fault: SchemaFault) => Bilingual;

/** What libxml2 quotes: the value that stands there, how long it is, and the bound. */
const factsIn = (message: string): { readonly value: string; readonly length: string; readonly bound: string } => {
  const [, value = ''] =
    /The (?:actual |initial )?value '([^]*?)'(?= (?:has a length|is not an element|is not accepted|is less|is greater|must be|has more|does not match))/.exec(
      message,
    ) ?? [];
  const [, length = ''] = /has a length of '(\d+)'/.exec(message) ?? [];
  const [, bound = ''] = /'([^']{0,200})'\)?\.?$/.exec(message) ?? [];
  return { value, length, bound };
};

const quotedValue = ({ message }: SchemaFault): string => factsIn(message).value;

/** The value that a message quotes as wrong, of a row of values the one that is; empty where it quotes none. */
export const valueIn = (named: Pick<NamedMessage, 'constraint' | 'at' | 'message' | 'type'>): string => {
  const fault = faultOf(named);
  return fault.aspect === 'type' ? wrongValue(fault.message) : quotedValue(fault);
};

/** The value that a message about the type quotes. */
const wrongValue = (message: string): string => /^'([^]*)' is not a valid value of the /.exec(message)?.[1] ?? '';

const lengthText =
  (nl: (most: string) => string, en: (most: string) => string, way: Bilingual): Text =>
  (fault) => {
    const subject = subjectOf(fault);
    const { length, bound } = factsIn(fault.message);
    if (length === '0') return emptyText(fault);
    const has = unitOf(fault.type, length);
    return {
      nl: `${subject.nl} heeft ${length} ${has.nl}; ${nl(bound)} zijn toegestaan. ${way.nl}`,
      en: `${subject.en} has ${length} ${has.en}; ${en(bound)} are allowed. ${way.en}`,
    };
  };

const boundText =
  (nl: string, en: string): Text =>
  (fault) => {
    const subject = subjectOf(fault);
    const { value, bound } = factsIn(fault.message);
    return {
      nl: `${subject.nl} is ${quoted(value)}; de waarde moet ${nl} ${bound} zijn. Verbeter de waarde.`,
      en: `${subject.en} is ${quoted(value)}; the value must be ${en} ${bound}. Correct the value.`,
    };
  };

/** What is said of one, and of another number. */
type Counted = readonly [one: string, more: string];

const digitsText =
  (nl: Counted, en: Counted): Text =>
  (fault) => {
    const subject = subjectOf(fault);
    const { value, bound } = factsIn(fault.message);
    const index = bound === '1' ? 0 : 1;
    return {
      nl: `${subject.nl} is ${quoted(value)}; ten hoogste ${bound} ${nl[index]} toegestaan. Rond de waarde af.`,
      en: `${subject.en} is ${quoted(value)}; at most ${bound} ${en[index]} allowed. Round the value.`,
    };
  };

/** A union of lists says no more than that a value is not of the type. */
const typeText: Text = (fault) => {
  const value = wrongValue(fault.message);
  const listed = listedValues(fault.type);
  if (listed.values.length > 0) return listText(fault, value, listed);
  const subject = subjectOf(fault);
  const form = formOf(fault.type, fault.message);
  const own = dateText(subject, value, form) ?? decimalText(subject, value, form);
  if (own !== undefined) return own;
  if (isList(fault.type))
    return {
      nl: `In ${subject.nl} staat ${quoted(value)}, en dat is geen ${form.what.nl}. Schrijf ${form.way.nl}.`,
      en: `${subject.en} holds ${quoted(value)}, which is not ${form.what.en}. Write ${form.way.en}.`,
    };
  return {
    nl: `${subject.nl} is ${quoted(value)}, en dat is geen ${form.what.nl}. Schrijf ${form.way.nl}.`,
    en: `${subject.en} is ${quoted(value)}, which is not ${form.what.en}. Write ${form.way.en}.`,
  };
};

/** A comma for the point, or the powers and names that only other types of number have. */
const decimalText = (subject: Bilingual, value: string, { name }: TypeForm): Bilingual | undefined => {
  if (name !== 'decimal') return undefined;
  const holds = { nl: `In ${subject.nl} staat ${quoted(value)}`, en: `${subject.en} holds ${quoted(value)}` };
  if (/^[+-]?\d+,\d+$/.test(value)) {
    const right = quoted(value.replace(',', '.'));
    return {
      nl: `${holds.nl}, met een komma voor de decimalen. Schrijf ${right}.`,
      en: `${holds.en}, with a comma before the decimals. Write ${right}.`,
    };
  }
  if (/^[+-]?[\d.]+e[+-]?\d+$/i.test(value))
    return {
      nl: `${holds.nl}, een getal met een macht van tien. Schrijf het uit, zoals 120350.5.`,
      en: `${holds.en}, a number with a power of ten. Write it in full, such as 120350.5.`,
    };
  if (/^[+-]?(?:NaN|INF|Infinity)$/i.test(value))
    return {
      nl: `${holds.nl}: een berekening leverde geen getal op. Verbeter de bron.`,
      en: `${holds.en}: a calculation gave no number. Correct the source.`,
    };
  return undefined;
};

/** A value that is absent is told as that, whatever its form should be. */
const unlessEmpty =
  (text: Text): Text =>
  (fault) =>
    /(?:^|value )'\s*' is not /.test(fault.message) ? emptyText(fault) : text(fault);

const emptyText: Text = (fault) => {
  const subject = subjectOf(fault);
  const isElement = fault.attribute === undefined;
  return {
    nl: `${subject.nl} is leeg. Vul de waarde in${isElement ? ', of laat het element weg waar dat mag' : ''}.`,
    en: `${subject.en} is empty. Fill in the value${isElement ? ', or leave the element out where that is allowed' : ''}.`,
  };
};

/** Texts about a value, by the aspect of the constraint. */
export const valueTexts: Readonly<Record<string, Text>> = {
  maxLength: lengthText(
    (bound) => `ten hoogste ${bound}`,
    (bound) => `${bound} at most`,
    { nl: 'Kort de waarde in.', en: 'Shorten the value.' },
  ),
  minLength: lengthText(
    (bound) => `ten minste ${bound}`,
    (bound) => `${bound} at least`,
    { nl: 'Vul de waarde aan.', en: 'Complete the value.' },
  ),
  length: lengthText(
    (bound) => `precies ${bound}`,
    (bound) => `exactly ${bound}`,
    { nl: 'Geef er precies zoveel.', en: 'Give exactly that many.' },
  ),
  maxInclusive: boundText('ten hoogste', 'at most'),
  maxExclusive: boundText('minder dan', 'less than'),
  minInclusive: boundText('ten minste', 'at least'),
  minExclusive: boundText('meer dan', 'more than'),
  totalDigits: digitsText(['cijfer is', 'cijfers zijn'], ['digit is', 'digits are']),
  fractionDigits: digitsText(['decimaal is', 'decimalen zijn'], ['decimal is', 'decimals are']),
  pattern: unlessEmpty((fault) => {
    const value = quotedValue(fault);
    const form = formOf(fault.type, fault.message);
    return dateText(subjectOf(fault), value, form) ?? patternText(fault, value);
  }),
  enumeration: (fault) => listText(fault, quotedValue(fault), listedValues(fault.type)),
  type: unlessEmpty(typeText),
  fixed: (fault) => {
    const subject = subjectOf(fault);
    const { value, bound } = factsIn(fault.message);
    return {
      nl: `${subject.nl} is ${quoted(value)}; de waarde staat vast op ${quoted(bound)}. Neem die over.`,
      en: `${subject.en} is ${quoted(value)}; the value is fixed as ${quoted(bound)}. Use that.`,
    };
  },
};
