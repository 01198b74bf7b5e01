import { builtinTypes } from '#xml/schema/builtin-types';

/** What types are called by people. */
const words: Readonly<Record<string, string>> = {
  ...{ tekst: 'string', text: 'string', alfanumeriek: 'string', an: 'string', tekenreeks: 'string' },
  ...{ getal: 'decimal', number: 'decimal', numeriek: 'decimal', bedrag: 'decimal' },
  ...{ 'geheel getal': 'integer', 'whole number': 'integer', integer: 'integer' },
  ...{ datum: 'date', date: 'date', tijd: 'time', time: 'time' },
  ...{
    datumtijd: 'dateTime',
    'datum en tijd': 'dateTime',
    tijdstip: 'dateTime',
    datetime: 'dateTime',
    moment: 'dateTime',
  },
  ...{ 'ja/nee': 'boolean', boolean: 'boolean', indicatie: 'boolean' },
  ...{ base64: 'base64Binary', binair: 'base64Binary', bestand: 'base64Binary' },
  ...{ uri: 'anyURI', url: 'anyURI' },
};

/** The built-in type that a word stands for; undefined for no such word. */
export const typeNamed = (said: string): string | undefined => {
  const own = said.replace(/^\w+:/, '');
  return (
    words[said.toLowerCase()] ?? ([...builtinTypes.values()].some(({ name }) => name?.name === own) ? own : undefined)
  );
};

/** Text of any kind takes the texts of each other kind. */
const free: ReadonlySet<string> = new Set(['string', 'normalizedString', 'token', 'anySimpleType']);

/** Whether all that one built-in type takes is taken by another one. */
export const isNarrower = (one: string, other: string): boolean => {
  if (free.has(other)) return true;
  let type = [...builtinTypes.values()].find(({ name }) => name?.name === one);
  while (type?.name !== undefined && type.name.name !== other) type = type.base;
  return type !== undefined;
};
