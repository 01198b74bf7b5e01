import type { SimpleType } from '#xml/schema/model';
import type { Bilingual } from '../texts/bilingual.ts';

/** A built-in type for people: its name, what a value of it is, and how one is written. */
export interface TypeForm {
  readonly name: string;
  readonly what: Bilingual;
  readonly way: Bilingual;
}

/** The form of a type: that of the built-in type it comes from, as the model or else the message has it. */
export const formOf = (type: SimpleType | undefined, message: string): TypeForm => {
  const name = builtinOf(itemOf(type)) ?? /'xs:(\w+)'\.$/.exec(message)?.[1] ?? '';
  return { name, ...(forms[name] ?? numberForm(name) ?? otherForm) };
};

/** Whether a value is a row of values, each of which may be wrong by itself. */
export const isList = (type: SimpleType | undefined): boolean => type?.variety === 'list';

const itemOf = (type: SimpleType | undefined): SimpleType | undefined =>
  type?.variety === 'list' ? (type.item ?? type) : type;

/** What a length counts. */
export const unitOf = (type: SimpleType | undefined, count: string): Bilingual => {
  const one = count === '1';
  if (type?.variety === 'list') return one ? { nl: 'onderdeel', en: 'item' } : { nl: 'onderdelen', en: 'items' };
  if (/^(?:base64|hex)Binary$/.test(builtinOf(type) ?? ''))
    return one ? { nl: 'byte', en: 'byte' } : { nl: 'bytes', en: 'bytes' };
  return one ? { nl: 'teken', en: 'character' } : { nl: 'tekens', en: 'characters' };
};

const builtinOf = (type: SimpleType | undefined): string | undefined => {
  for (let now = type; now !== undefined; now = now.base) if (now.builtin) return now.name?.name;
  return undefined;
};

type Form = Omit<TypeForm, 'name'>;

const form = (what: readonly [nl: string, en: string], way: readonly [nl: string, en: string]): Form => ({
  what: { nl: what[0], en: what[1] },
  way: { nl: way[0], en: way[1] },
});

const forms: Readonly<Record<string, Form>> = {
  date: form(
    ['bestaande datum', 'a day that exists'],
    ['jjjj-mm-dd, zoals 2026-03-01', 'yyyy-mm-dd, such as 2026-03-01'],
  ),
  dateTime: form(
    ['datum met tijd', 'a date with a time'],
    ['bijvoorbeeld 2026-03-01T09:00:00', '2026-03-01T09:00:00, for example'],
  ),
  time: form(['tijd', 'a time'], ['bijvoorbeeld 09:00:00', '09:00:00, for example']),
  boolean: form(['waar of onwaar', 'true or false'], ['true of false', 'true or false']),
  base64Binary: form(
    ['base64', 'base64'],
    ['de bytes als base64, zonder andere tekens', 'the bytes as base64, without other characters'],
  ),
  hexBinary: form(
    ['hexadecimaal getal', 'hexadecimal'],
    ['twee tekens per byte, 0 tot en met F', 'two characters a byte, 0 to F'],
  ),
  decimal: form(
    ['decimaal getal', 'a decimal number'],
    ['een getal met een punt, zoals 12.5', 'a number with a point, such as 12.5'],
  ),
  double: form(['getal', 'a number'], ['een getal met een punt, zoals 12.5', 'a number with a point, such as 12.5']),
  float: form(['getal', 'a number'], ['een getal met een punt, zoals 12.5', 'a number with a point, such as 12.5']),
  positiveInteger: form(
    ['geheel getal boven 0', 'a whole number above 0'],
    ['alleen cijfers, zoals 14', 'digits only, such as 14'],
  ),
  nonNegativeInteger: form(
    ['geheel getal vanaf 0', 'a whole number from 0'],
    ['alleen cijfers, zoals 14', 'digits only, such as 14'],
  ),
  anyURI: form(['webadres (URI)', 'a URI'], ['een URI zonder spaties', 'a URI without spaces']),
  ID: form(
    ['naam die in het document maar één keer voorkomt', 'a name that occurs once in the document'],
    [
      'een naam die met een letter begint en nergens anders staat',
      'a name that begins with a letter and stands nowhere else',
    ],
  ),
  gYear: form(['jaar', 'a year'], ['vier cijfers, zoals 2026', 'four digits, such as 2026']),
  gYearMonth: form(['jaar met maand', 'a year with a month'], ['jjjj-mm, zoals 2026-03', 'yyyy-mm, such as 2026-03']),
  duration: form(['tijdsduur', 'a duration'], ['bijvoorbeeld P42D voor zes weken', 'P42D for six weeks, for example']),
  language: form(['taalcode', 'a language code'], ['bijvoorbeeld nl', 'nl, for example']),
  NMTOKEN: form(['woord zonder spaties', 'a word without spaces'], ['één woord', 'one word']),
  IDREF: form(
    ['verwijzing naar een naam in het document', 'a reference to a name in the document'],
    ['de naam precies zoals hij daar staat', 'the name exactly as it stands there'],
  ),
  NCName: form(
    ['naam zonder dubbele punt', 'a name without a colon'],
    ['een naam die met een letter begint', 'a name that begins with a letter'],
  ),
};

const numberForm = (name: string): Form | undefined =>
  /^(?:unsigned|negative|nonPositive)?(?:integer|Integer|long|Long|int|Int|short|Short|byte|Byte)$/.test(name)
    ? form(['geheel getal', 'a whole number'], ['alleen cijfers, zoals 14', 'digits only, such as 14'])
    : undefined;

const otherForm = form(
  ['waarde die het schema hier toelaat', 'a value that the schema allows here'],
  ['de waarde zoals het schema voorschrijft', 'the value as the schema prescribes'],
);
