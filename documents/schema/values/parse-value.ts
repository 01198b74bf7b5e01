import { qName } from '#xml/ncname';
import { qualify, type Scope } from '#xml/schema/names';
import { calendarTypes, parseMoment } from './calendar.ts';
import { parseDecimal } from './decimal.ts';
import { parseDuration } from './duration.ts';
import type { Value } from './value.ts';

/** Reads a text of a built-in type; undefined when it has no such value. */
type Parse = (text: string, prefixes: Scope) => Value | undefined;

/** The value of normalised text in a built-in type, by the lexical rules of part 2, 3.2; patterns of derived types aside. */
export const parseValue = (builtin: string, text: string, prefixes: Scope = {}): Value | undefined =>
  (parsers[builtin] ?? parseText)(text, prefixes);

const parseText: Parse = (text) => ({ kind: 'text', text });

const parseBoolean: Parse = (text) =>
  /^(?:true|false|1|0)$/.test(text) ? { kind: 'boolean', value: text === 'true' || text === '1' } : undefined;

const parseNumber: Parse = (text) => {
  const decimal = parseDecimal(text);
  return decimal === undefined ? undefined : { kind: 'decimal', decimal };
};

const parseInteger: Parse = (text, prefixes) => (/^[+-]?\d+$/.test(text) ? parseNumber(text, prefixes) : undefined);

const specials: Readonly<Record<string, number>> = { INF: Infinity, '-INF': -Infinity, NaN };

const parseFloat64: Parse = (text) => {
  const special = specials[text];
  if (special !== undefined) return { kind: 'number', number: special };
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return undefined;
  return { kind: 'number', number: Number(text) };
};

const parseFloat32: Parse = (text, prefixes) => {
  const value = parseFloat64(text, prefixes);
  return value?.kind === 'number' ? { kind: 'number', number: Math.fround(value.number) } : undefined;
};

const parseSpan: Parse = (text) => {
  const duration = parseDuration(text);
  return duration === undefined ? undefined : { kind: 'duration', duration };
};

const parseHex: Parse = (text) =>
  /^(?:[0-9a-fA-F]{2})*$/.test(text) ? { kind: 'bytes', hex: text.toLowerCase() } : undefined;

/** Padding must be right, and the bits that it cuts off zero (part 2, 3.2.16). */
const base64Form = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$/;

const parseBase64: Parse = (text) => {
  const dense = text.replace(/ /g, '');
  return base64Form.test(dense) ? { kind: 'bytes', hex: Buffer.from(dense, 'base64').toString('hex') } : undefined;
};

const nameForm = new RegExp(`^${qName}$`, 'u');

const parseName: Parse = (text, prefixes) => {
  const name = nameForm.test(text) ? qualify(text, prefixes) : undefined;
  return name === undefined ? undefined : { kind: 'name', key: `{${name.namespace}}${name.name}` };
};

const parseUri: Parse = (text) => (/%(?![0-9a-fA-F]{2})/.test(text) ? undefined : { kind: 'text', text });

/** The built-in types of whole numbers. */
export const integerTypes = [
  ...['integer', 'nonPositiveInteger', 'negativeInteger', 'long', 'int', 'short', 'byte', 'nonNegativeInteger'],
  ...['unsignedLong', 'unsignedInt', 'unsignedShort', 'unsignedByte', 'positiveInteger'],
];

/** The built-in types whose values are not just text. */
const parsers: Readonly<Record<string, Parse>> = {
  boolean: parseBoolean,
  decimal: parseNumber,
  ...Object.fromEntries(integerTypes.map((name) => [name, parseInteger])),
  float: parseFloat32,
  double: parseFloat64,
  duration: parseSpan,
  ...Object.fromEntries(
    calendarTypes.map((type) => [
      type,
      (text: string): Value | undefined => {
        const moment = parseMoment(type, text);
        return moment === undefined ? undefined : { kind: 'moment', type, moment };
      },
    ]),
  ),
  hexBinary: parseHex,
  base64Binary: parseBase64,
  QName: parseName,
  NOTATION: parseName,
  anyURI: parseUri,
};
