import fc from 'fast-check';
import { textTypeOf } from './declared-text.ts';
import type { Reached } from './declarations-at.ts';
import { createCheck } from '../schema/values/check.ts';
import type { Values } from '../schema/values/simple-values.ts';

/** Where values of a table stand, and which these are. */
export interface TabledPlace {
  readonly reached: readonly Reached[];
  readonly values: readonly string[];
  /** How a text is written there. */
  readonly wire: (text: string) => string;
  /** What a text that stands there says. */
  readonly meaning: (text: string) => string;
  /** Makes values of its schema. */
  readonly schemaValues: () => Pick<Values, 'of'>;
}

/** Texts that tell at a glance that they are in no table. */
const words = ['onbekend', 'geen waarde', '0'] as const;

/** Values of the schema that are looked at, where it takes none of the words. */
const looks = { seed: 1, numRuns: 200 } as const;

const most = 20;

/** Texts that the schema takes and the table has not: plain words, else values of the schema. None where there seem to be none. */
export const textsNotIn = (place: TabledPlace): readonly string[] => {
  const isStranger = strangerTo(place);
  const plain = words.filter(isStranger);
  const type = place.reached.flatMap((one) => textTypeOf(one) ?? [])[0];
  if (plain.length > 0 || type === undefined) return plain;
  const made = fc.sample(place.schemaValues().of(type), looks);
  return [...new Set(made)].filter(isStranger).slice(0, most);
};

/** Of ways to misspell a value those that make of some value of the table a text that the schema takes and the table has not. */
export const misspelled = (
  place: TabledPlace,
  ways: Readonly<Record<string, (text: string) => string>>,
): readonly (readonly [way: string, edit: (text: string) => string])[] => {
  const isStranger = strangerTo(place);
  return Object.entries(ways).filter(([, edit]) => place.values.some((value) => isStranger(edit(value))));
};

const strangerTo = ({ reached, values, wire, meaning }: TabledPlace): ((text: string) => boolean) => {
  const check = createCheck();
  const known = new Set(values.map((value) => value.trim()));
  const types = reached.flatMap((one) => textTypeOf(one) ?? []);
  return (text) => !known.has(meaning(wire(text)).trim()) && types.every((type) => check(type, wire(text)) === 'yes');
};
