import type { IdentityConstraint } from '#xml/schema/model';
import type { ValuePlace } from './places.ts';
import { identitiesAt, isReferredTo, keyOfText, rowsOf, strictKey, wholeKey, type Kit, type Row } from './table.ts';
import { allOf, type Work } from './work.ts';

/** The rows that a keyref may refer to: those of its key at the same element or below it, each value once. */
export const targetsOf = (kit: Kit, at: Work, keyref: IdentityConstraint): readonly Row[] => {
  const rows = allOf(at).flatMap((work) =>
    identitiesAt(work)
      .filter((one) => isReferredTo(one, keyref))
      .flatMap((one) => rowsOf(kit, work, one)),
  );
  const counts = new Map<string | undefined, number>();
  for (const { keys } of rows) counts.set(wholeKey(keys), (counts.get(wholeKey(keys)) ?? 0) + 1);
  return rows.filter(({ keys }) => wholeKey(keys) !== undefined && counts.get(wholeKey(keys)) === 1);
};

/** The keys of texts at some places. */
export const keysOf = (kit: Kit, places: readonly ValuePlace[], texts: readonly string[]): Row['keys'] =>
  places.map(({ type }, index) => keyOfText(kit, type, texts[index] ?? ''));

interface Wanted {
  readonly texts: readonly string[];
  /** The value that they mean where they come from. */
  readonly key: string;
}

/** Tells whether the texts can be written at places that they mean the same value in. */
export const canTake = (kit: Kit, places: readonly ValuePlace[], { texts, key }: Wanted): boolean =>
  strictKey(keysOf(kit, places, texts)) === key;
