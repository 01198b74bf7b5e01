import { fixedText } from '../prefixes.ts';
import { idsIn, isOf } from './ids.ts';
import { textAt, type ValuePlace } from './places.ts';
import { createSupply, type Supply } from './pool.ts';
import { keyOfText, wholeKey, type Kit, type Row } from './table.ts';
import { createTuples, type Choice, type Tuples } from './tuples.ts';
import { rootOf, type Work } from './work.ts';

/** Texts for the fields of a row, and the key that they make. */
interface FreshRow {
  readonly texts: readonly (readonly [ValuePlace, string])[];
  readonly whole: string;
}

/** Returns values for the fields of a row that no other row has, as few changed as can be; undefined where none are found. */
export type MakeRow = (row: Row, isTaken: (whole: string) => boolean) => FreshRow | undefined;

/** Creates the maker of rows of one constraint at an element; what was taken once stays so. */
export const createRows = (kit: Kit, at: Work): MakeRow => {
  const supplies = { supply: createSupply(kit.pool), tuples: createTuples(kit.pool) };
  return (row, isTaken) => {
    const places = row.places.map(placeOf).filter((place) => place !== undefined);
    if (places.length < row.places.length) return undefined;
    const choices = places.map((place, index) => choicesFor(kit, { place, has: row.keys[index] !== undefined, at }));
    for (const texts of combinations(choices, supplies)) {
      const whole = wholeKey(texts.map((text, index) => places[index] && keyOfText(kit, places[index].type, text)));
      if (whole === undefined || isTaken(whole)) continue;
      return {
        whole,
        texts: texts.flatMap((text, index) => (places[index] === undefined ? [] : [[places[index], text] as const])),
      };
    }
    return undefined;
  };
};

/** Where the value of a field is, or could be. */
const placeOf = (found: readonly ValuePlace[]): ValuePlace | undefined =>
  found.find((place) => textAt(place) !== undefined) ?? found[0];

interface Choosing {
  readonly place: ValuePlace;
  readonly has: boolean;
  readonly at: Work;
}

/**
 * The text that is there, then others that could be: an IDREF is one of the IDs of the document where its type allows one, else those follow it, and a
 * new ID is none of them.
 */
const choicesFor = (kit: Kit, { place, has, at }: Choosing): Choice => {
  const { type, value } = place;
  if (value?.kind === 'fixed') return { texts: [fixedText(kit.model, type, value)], more: undefined };
  const own = has ? [textAt(place) ?? ''] : [];
  const some = kit.pool.some(type);
  const [isId, isReference] = [isOf(type, 'ID'), isOf(type, 'IDREF')];
  if (!isId && !isReference) return { texts: [...own, ...some], more: type };
  const ids = new Set(idsIn(rootOf(at)));
  if (isId) return { texts: [...own, ...some.filter((one) => !ids.has(one))], more: undefined };
  const fitting = [...ids].filter((id) => kit.values.check(type, id) === 'yes');
  return { texts: [...own, ...(fitting.length > 0 ? fitting : some)], more: undefined };
};

interface Supplies {
  readonly supply: Supply;
  readonly tuples: Tuples;
}

/** Every choice of one of each, those with one change first. */
function* combinations(choices: readonly Choice[], { supply, tuples }: Supplies): Generator<readonly string[]> {
  const first = choices.map(({ texts: [one = ''] }) => one);
  if (choices.some(({ texts }) => texts.length === 0)) return;
  yield first;
  for (const [index, { texts, more }] of choices.entries()) {
    const others = JSON.stringify([index, first.with(index, '')]);
    for (const option of more === undefined ? texts : supply(more, others)) yield first.with(index, option);
  }
  if (choices.length > 1) yield* tuples(choices);
}
