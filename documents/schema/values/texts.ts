import fc from 'fast-check';
import type { Length } from '../text-source.ts';
import { charPicker } from '../pattern/pick-char.ts';
import { xmlChars } from '../pattern/char-set.ts';
import { choices, drawFrom, type Draw } from './draws.ts';
import { charactersIn } from './value.ts';
import { normalise, type WhiteSpace } from './white-space.ts';
import { oneOf } from '../one-of.ts';

/** Texts longer than this are made only where they must be. */
const longest = 10_000;

/** Text of a length that white space processing leaves as it is; every so often the longest or the shortest. */
export const texts = (
  length: Length,
  whiteSpace: WhiteSpace,
  free: ((length: Length) => fc.Arbitrary<string>) | undefined,
): fc.Arbitrary<string> => {
  const source = free === undefined ? plainTexts(length) : free(length).map(xmlOnly);
  return source.map((text) => fit(normalise(text, whiteSpace), length, whiteSpace));
};

/** Letters first, then whatever a character can be. */
export const plainTexts = ({ min, max }: Length): fc.Arbitrary<string> => {
  const pick = charPicker(xmlChars);
  const most = Math.min(max, Math.max(min + 24, 24));
  const usual = fc
    .tuple(fc.integer({ min, max: most }), choices)
    .map(([size, given]) => write(size, drawFrom(given), pick));
  if (max <= most || max > longest) return usual;
  const extreme = fc
    .tuple(fc.constantFrom(max, max - 1), choices)
    .map(([size, given]) => write(size, drawFrom(given), pick));
  return oneOf({ arbitrary: usual, weight: 7 }, { arbitrary: extreme, weight: 1 });
};

const write = (size: number, draw: Draw, pick: (choice: number) => string): string => {
  let text = '';
  for (let at = 0; at < size; at += 1) text += pick(draw());
  return text;
};

/** Characters that no XML 1.0 document can hold are taken out. */
const xmlOnly = (text: string): string => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');

const fit = (text: string, { min, max }: Length, whiteSpace: WhiteSpace): string => {
  if (text.length <= max || charactersIn(text) <= max) return pad(text, min);
  return pad(normalise([...text].slice(0, max).join(''), whiteSpace), min);
};

const pad = (text: string, min: number): string => {
  if (text.length >= 2 * min) return text;
  const missing = min - charactersIn(text);
  return missing > 0 ? text + 'x'.repeat(missing) : text;
};
