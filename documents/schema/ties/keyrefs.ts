import type { IdentityConstraint } from '#xml/schema/model';
import type { Mended } from './ids.ts';
import { clear, fill, takeAway } from './keys.ts';
import { leaveOut, textAt } from './places.ts';
import { isReferredTo, identitiesAt, keyOfText, rowsOf, strictKey, wholeKey, type Kit, type Row } from './table.ts';
import { allOf, isNil, type Work } from './work.ts';

/** Lets the rows of a keyref be rows of its key (part 1, 3.11.4 clause 4.3). */
export const mendKeyref = (kit: Kit, at: Work, constraint: IdentityConstraint): Mended => {
  const targets = targetsOf(kit, at, constraint);
  const known = new Set(targets.map(({ keys }) => strictKey(keys)));
  const uses = new Map<string | undefined, number>();
  const use = (keys: Row['keys']): void => void uses.set(strictKey(keys), (uses.get(strictKey(keys)) ?? 0) + 1);
  const rows = rowsOf(kit, at, constraint);
  for (const { keys } of rows) use(keys);
  let result: Mended = 'fine';
  for (const [index, row] of rows.entries()) {
    const cleared = clear(kit, at, row);
    if (cleared === 'stuck') return cleared;
    if (cleared === 'changed') {
      result = cleared;
      continue;
    }
    const own = strictKey(row.keys);
    // Whether what is nil has a value to refer with is read in two ways.
    if (own === undefined ? !lacksForNil(row) : known.has(own)) continue;
    result = 'changed';
    const turned = [...targets.slice(index % Math.max(targets.length, 1)), ...targets];
    const copied = [...leastUsed(turned, uses), ...turned].find((target) => copyRow(kit, target, row));
    if (copied !== undefined) use(copied.keys);
    // What is fixed is written to a key instead.
    else if (hasFixed(row) && turned.some((target) => copyRow(kit, row, target))) known.add(own ?? '');
    else if (!dropRow(kit, at, row)) return 'stuck';
  }
  return result;
};

/** Leaves out a field of a row, or takes the row away. */
const dropRow = (kit: Kit, at: Work, { places, node }: Row): boolean =>
  places.some((found) => found.some(leaveOut)) || takeAway(kit, at, node);

/** The first row that the fewest others refer to, since references may have to differ. */
const leastUsed = (targets: readonly Row[], uses: ReadonlyMap<string | undefined, number>): readonly Row[] => {
  let least: Row | undefined;
  let fewest = Infinity;
  for (const target of targets) {
    const count = uses.get(strictKey(target.keys)) ?? 0;
    if (count >= fewest) continue;
    [least, fewest] = [target, count];
    if (count === 0) break;
  }
  return least === undefined ? [] : [least];
};

/** Tells whether each field has a value or an element that is nil. */
const lacksForNil = ({ places, keys }: Row): boolean =>
  places.every(
    (found, index) =>
      keys[index] !== undefined || found.some(({ owner, attribute }) => attribute === undefined && isNil(owner)),
  );

const hasFixed = ({ places }: Row): boolean => places.flat().some(({ value }) => value?.kind === 'fixed');

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

const copyRow = (kit: Kit, target: Row, row: Row): boolean => {
  const texts = target.places.map(([place]) => (place === undefined ? undefined : textAt(place)));
  const writes = row.places.map(([place], index) => {
    const text = texts[index];
    if (place === undefined || text === undefined || place.value?.kind === 'fixed') return undefined;
    if (kit.values.check(place.type, text) !== 'yes') return undefined;
    return strictKey([keyOfText(kit, place.type, text)]) === strictKey([target.keys[index]])
      ? ([place, text] as const)
      : undefined;
  });
  if (writes.includes(undefined)) return false;
  for (const one of writes) if (one !== undefined) fill(one[0], one[1]);
  return true;
};
