import fc from 'fast-check';
import { choices, drawFrom } from '../../schema/values/draws.ts';

/** A way to spoil a text; the number says where. */
interface Mutation {
  readonly operator: string;
  readonly change: (characters: readonly string[], at: number) => readonly string[];
}

/** Characters that break many patterns, the plainest first. */
const foreign = ['x', '0', '-', ' ', '.', '!', '\n', '\t', 'é', 'X', '9', '_', '/', '中', '\u00a0', '😀'];

const mutations: readonly Mutation[] = [
  { operator: 'letter-dropped', change: (text, at) => text.toSpliced(at % Math.max(text.length, 1), 1) },
  {
    operator: 'letter-added',
    change: (text, at) => text.toSpliced(at % (text.length + 1), 0, foreign[at % foreign.length] ?? 'x'),
  },
  {
    operator: 'letter-replaced',
    change: (text, at) => text.toSpliced(at % Math.max(text.length, 1), 1, foreign[(at >> 3) % foreign.length] ?? 'x'),
  },
  {
    operator: 'letter-doubled',
    change: (text, at) => text.toSpliced(at % Math.max(text.length, 1), 0, text[at % Math.max(text.length, 1)] ?? 'x'),
  },
  { operator: 'other-case', change: (text, at) => otherCase(text, at) },
  {
    operator: 'white-space-inside',
    change: (text, at) => text.toSpliced(1 + (at % Math.max(text.length - 1, 1)), 0, ' '),
  },
  { operator: 'white-space-outside', change: (text, at) => (at % 2 === 0 ? [' ', ...text] : [...text, ' ']) },
  {
    operator: 'line-break-inside',
    change: (text, at) => text.toSpliced(1 + (at % Math.max(text.length - 1, 1)), 0, '\n'),
  },
  { operator: 'text-emptied', change: () => [] },
  { operator: 'text-repeated', change: (text) => [...text, ...text] },
  { operator: 'text-lengthened', change: (text, at) => [...text, ...Array<string>(1 + (at % 8)).fill('x')] },
];

/** The whole text, or one letter of it, in the other case. */
const otherCase = (text: readonly string[], at: number): readonly string[] => {
  const letters = text.flatMap((one, index) => (flip(one) === one ? [] : [index]));
  const only = at % 2 === 0 ? letters : [letters[(at >> 1) % Math.max(letters.length, 1)]];
  return text.map((one, index) => (only.includes(index) ? flip(one) : one));
};

const flip = (character: string): string => {
  const upper = character.toUpperCase();
  const other = upper === character ? character.toLowerCase() : upper;
  return [...other].length === 1 ? other : character;
};

/** Texts spoiled in one way. */
export interface Spoiled {
  readonly operator: string;
  readonly texts: fc.Arbitrary<string>;
  /** One text spoiled; the number says where. */
  readonly spoil: (text: string, at: number) => string;
}

/** Texts spoiled in each way. */
export const spoiled = (texts: fc.Arbitrary<string>): readonly Spoiled[] =>
  mutations.map(({ operator, change }) => {
    const spoil = (text: string, at: number): string => change(Array.from(text), at).join('');
    return { operator, spoil, texts: fc.tuple(texts, choices).map(([text, given]) => spoil(text, drawFrom(given)())) };
  });
