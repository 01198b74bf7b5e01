import { alike } from '../texts/alike.ts';
import { distance } from '../texts/nearest.ts';
import { otherNames } from './other-names.ts';

/** A listed value in the forms in which values are compared. */
interface Listed {
  readonly value: string;
  readonly looks: string;
  readonly plain: string;
  readonly withoutKind: string;
  readonly withoutBrackets: string;
  readonly words: readonly string[];
}

/** A list that values are looked up in. */
export type ValueList = readonly Listed[];

/** Makes a list ready to look up in. */
export const valueList = (values: readonly string[]): ValueList => values.map(formsOf);

/** The listed values that a value most likely stands for, three at most; none where nothing comes near. */
export const nearestValues = (value: string, list: ValueList): readonly string[] => {
  if (value.length > longest) return [];
  const said = formsOf(value);
  if (said.plain === '') return [];
  for (const near of ways) {
    const found = near(said, list);
    if (found.length > 0) return found.slice(0, mostNamed).map((one) => one.value);
  }
  return [];
};

/** The listed value that looks the same as a value that is not in the list. */
export const valueLike = (value: string, list: ValueList): string | undefined => {
  if (value.length > longest) return undefined;
  const looks = alike(value);
  return list.find((one) => one.looks === looks)?.value;
};

/** Longer values resemble no listed one, and comparing takes as long as both are. */
const longest = 200;

const mostNamed = 3;

const formsOf = (value: string): Listed => ({
  value,
  looks: alike(value),
  plain: plain(value),
  withoutKind: withoutKind(value),
  withoutBrackets: plain(value.replace(/\s*\([^()]*\)\s*$/, '')),
  words: wordsIn(value),
});

/** Without case, accents, punctuation, white space; ij and y, sint and st. are one. */
const plain = (name: string): string =>
  wordsIn(name)
    .map((word) => (word === 'st' ? 'sint' : word))
    .join('')
    .replaceAll('ij', 'y');

const wordsIn = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const kinds =
  /^(?:gemeente|provincie|waterschap|wetterskip|hoogheemraadschap|openbaar lichaam|gem\.?|prov\.?)(?:\s+(?:van|de|het))?\s+/i;

/** Lists have some names with the kind of body before them and most without. */
const withoutKind = (name: string): string => plain(name.trim().replace(kinds, ''));

type Way = (said: Listed, list: ValueList) => ValueList;

const equalBy =
  (form: 'plain' | 'withoutKind' | 'withoutBrackets'): Way =>
  (said, list) =>
    list.filter((one) => one[form] === said[form]);

const byOtherName: Way = (said, list) => {
  const meant = otherNames.filter(([other]) => plain(other) === said.withoutKind).map(([, name]) => withoutKind(name));
  return list.filter((one) => meant.includes(one.withoutKind));
};

/** One name holds all words of the other: Rijnland, Nuenen; of several such the shortest. */
const byWords: Way = (said, list) => {
  const holding = list.filter((one) => holds(one.words, said.words) || holds(said.words, one.words));
  const least = Math.min(...holding.map((one) => one.words.length));
  return holding.filter((one) => one.words.length === least);
};

const holds = (all: readonly string[], some: readonly string[]): boolean =>
  some.join('').length >= 4 && some.every((word) => all.includes(word));

/** Typing errors: two letters in seven may differ, and four at most. */
const byLetters: Way = (said, list) => {
  const near = list.map((one) => ({ one, apart: apart(said.plain, one.plain) }));
  const least = Math.min(...near.map((one) => one.apart));
  return near.filter((one) => one.apart === least && least < Infinity).map(({ one }) => one);
};

const apart = (said: string, one: string): number => {
  const most = Math.min(4, Math.max(1, Math.floor(Math.max(said.length, one.length) / 3.5)));
  if (Math.abs(said.length - one.length) > most || lettersApart(said, one) > 2 * most) return Infinity;
  const found = distance(said, one);
  return found <= most ? found : Infinity;
};

/** Letters that only one of them has: never more than twice the distance, and quick to count. */
const lettersApart = (said: string, one: string): number => {
  const counts = new Map<string, number>();
  for (const letter of said) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  for (const letter of one) counts.set(letter, (counts.get(letter) ?? 0) - 1);
  let sum = 0;
  for (const count of counts.values()) sum += Math.abs(count);
  return sum;
};

const ways: readonly Way[] = [
  equalBy('plain'),
  byOtherName,
  equalBy('withoutKind'),
  equalBy('withoutBrackets'),
  byLetters,
  byWords,
];
