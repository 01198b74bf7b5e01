import fc from 'fast-check';
import type { Length } from '#documents/schema/text-source';
import { awkwardFragments } from './awkward.ts';
import { phrases, sentences } from './phrases.ts';

/** Above this a longest text is not worth its time in every run. */
const longestTried = 4000;

/** One line of Dutch text within the bounds: single spaces, none at the ends; the shortest and the longest come up too. */
export const dutchText = (bounds: Length): fc.Arbitrary<string> => textOf(fragment, bounds);

/** The same without anything that breaks systems. */
export const plainText = (bounds: Length): fc.Arbitrary<string> => textOf(plainFragment, bounds);

const textOf = (fragment: fc.Arbitrary<string>, { min, max }: Length): fc.Arbitrary<string> => {
  const usual = fc.array(fragment, { minLength: 1, maxLength: 8 }).map((parts) => fit(parts.join(' '), { min, max }));
  const shortest = fragment.map((part) => fit(part, { min, max: Math.max(min, Math.min(1, max)) }));
  if (max > longestTried) return fc.oneof({ withCrossShrink: true }, weighted(18, usual), weighted(1, shortest));
  const longest = usual.map((text) => fit(text, { min: max, max }));
  return fc.oneof({ withCrossShrink: true }, weighted(18, usual), weighted(1, shortest), weighted(1, longest));
};

/** Nothing but fragments that break systems, within the bounds. */
export const awkwardText = ({ min, max }: Length): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...awkwardFragments), { minLength: 1, maxLength: 12 })
    .map((parts) => fit(parts.join(' '), { min, max }));

const weighted = <T>(weight: number, arbitrary: fc.Arbitrary<T>): fc.WeightedArbitrary<T> => ({ weight, arbitrary });

const plainFragment = fc.oneof(
  { withCrossShrink: true },
  weighted(4, fc.constantFrom(...phrases)),
  weighted(2, fc.constantFrom(...sentences)),
);

const fragment = fc.oneof(
  { withCrossShrink: true },
  weighted(4, fc.constantFrom(...phrases)),
  weighted(2, fc.constantFrom(...sentences)),
  weighted(2, fc.constantFrom(...awkwardFragments)),
);

const filler = 'lang bericht ';

/** Cuts or fills a text to the bounds, by code point. */
export const fit = (text: string, { min, max }: Length): string => {
  if (text.length >= min && text.length <= max && isPlain(text)) return text;
  const cut = Array.from(text).slice(0, Math.min(max, text.length)).join('').trim();
  const missing = min - Array.from(cut).length;
  if (missing <= 0) return cut;
  const padding = (' ' + filler.repeat(Math.ceil(missing / filler.length))).slice(0, missing);
  return `${cut}${padding}`.replace(/^ | $/g, 'n');
};

/** Code units and code points are one and the same. */
const isPlain = (text: string): boolean => !/[\uD800-\uDFFF]/.test(text);
