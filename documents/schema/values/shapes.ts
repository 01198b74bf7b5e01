import { exactly } from '../pattern/char-class.ts';
import { charsOf, difference, xmlChars } from '../pattern/char-set.ts';
import { choice, empty, one, repeat, sequence, type Node } from '../pattern/node.ts';
import { parsePattern } from '../pattern/parse.ts';
import { minimalDigits } from './minimal.ts';
import { agreedUri } from './uri.ts';
import type { WhiteSpace } from './white-space.ts';

const zone = '(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))?';
const month = '(0[1-9]|1[0-2])';
const day = '(0[1-9]|[12][0-9]|3[01])';
const year = '-?([1-9][0-9]{3,5}|0[0-9]{3})';
const date = `${year}-${month}-${day}`;
const time = '(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,20})?|24:00:00(\\.0{1,9})?)';
const decimal = '[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)';
const float = `${decimal}([eE][+-]?[0-9]{1,4})?|INF|-INF|NaN`;

const sextet = '[A-Za-z0-9+/]';

/** The shapes of values of built-in types, as patterns: a little less than all of them, to meet with a type's own patterns. */
const shapes: Readonly<Record<string, string>> = {
  boolean: 'true|false|1|0',
  decimal,
  integer: '[+-]?[0-9]+',
  float,
  double: float,
  duration:
    '-?P([0-9]+Y([0-9]+M)?([0-9]+D)?|[0-9]+M([0-9]+D)?|[0-9]+D)?(T([0-9]+H([0-9]+M)?([0-9]+(\\.[0-9]+)?S)?|[0-9]+M([0-9]+(\\.[0-9]+)?S)?|[0-9]+(\\.[0-9]+)?S))?',
  dateTime: `${date}T${time}${zone}`,
  time: time + zone,
  date: date + zone,
  gYearMonth: `${year}-${month}${zone}`,
  gYear: `${year}${zone}`,
  gMonthDay: `--${month}-${day}${zone}`,
  gDay: `---${day}${zone}`,
  gMonth: `--${month}${zone}`,
  hexBinary: '([0-9a-fA-F]{2})*',
  base64Binary: `((${sextet} ?){4})*(${sextet} ?[AQgw] ?= ?=|(${sextet} ?){2}[AEIMQUYcgkosw048] ?=|(${sextet} ?){3}${sextet})?`,
  anyURI: agreedUri,
  QName: '([\\i-[:]][\\c-[:]]*:)?[\\i-[:]][\\c-[:]]*',
  NOTATION: '([\\i-[:]][\\c-[:]]*:)?[\\i-[:]][\\c-[:]]*',
};

const digitsIn = (whole: number): string => `[0-9]{0,${String(whole)}}`;

/** Up to 18 digits after leading zeros, with the point anywhere among them. */
const minimalDecimal = Array.from({ length: minimalDigits + 1 }, (_, fraction) => {
  const whole = digitsIn(minimalDigits - fraction);
  return fraction === 0
    ? `[+-]?0*[0-9]${digitsIn(minimalDigits - 1)}\\.?`
    : `[+-]?0*${whole}\\.[0-9]{${String(fraction)}}`;
}).join('|');

const fourDigitYear = '[0-9]{4}';
const milliseconds = '\\.[0-9]{1,3}';

const minimal = (shape: string): string =>
  shape
    .replaceAll(year, fourDigitYear)
    .replaceAll('\\.[0-9]{1,20}', milliseconds)
    .replaceAll('\\.0{1,9}', '\\.0{1,3}')
    .replaceAll('\\.[0-9]+)?S', `${milliseconds})?S`);

/** The same within what every processor must take; the check of a value looks at the rest. */
const minimalShapes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, minimal(shape)])),
  decimal: minimalDecimal,
  integer: `[+-]?0*[0-9]${digitsIn(minimalDigits - 1)}`,
};

/** The shape of a built-in type's values; undefined for one whose values are any text. */
export const shapeOf = (builtins: readonly string[], reach: 'minimal' | 'any'): Node | undefined => {
  const known = reach === 'any' ? shapes : minimalShapes;
  const name = builtins.find((one) => Object.hasOwn(known, one));
  return name === undefined ? undefined : parsePattern(known[name] ?? '');
};

const allChars = one(exactly(xmlChars));
const noBreaks = one(exactly(difference(xmlChars, charsOf('\t\n\r'))));
const inkOnly = one(exactly(difference(xmlChars, charsOf(' \t\n\r'))));
const space = one(exactly(charsOf(' ')));

/** Text that white space processing leaves as it is. */
export const settledText = (whiteSpace: WhiteSpace): Node => {
  if (whiteSpace === 'preserve') return repeat(allChars, 0, Infinity);
  if (whiteSpace === 'replace') return repeat(noBreaks, 0, Infinity);
  const word = repeat(inkOnly, 1, Infinity);
  return choice([empty, sequence([word, repeat(sequence([space, word]), 0, Infinity)])]);
};
