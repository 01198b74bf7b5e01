import type { IdentityConstraint, SimpleType } from '#xml/schema/model';
import type { Mended } from './ids.ts';
import { clear, fill, takeAway } from './keys.ts';
import type { Settle } from './settled-reference.ts';
import { targetsOf } from './targets.ts';
import { leaveOut, textAt, type ValuePlace } from './places.ts';
import { keyOfText, rowsOf, scopeOf, strictKey, type Kit, type Row } from './table.ts';
import { isNil, type Work } from './work.ts';

/** Lets the rows of a keyref be rows of its key (part 1, 3.11.4 clause 4.3). */
export const mendKeyref = (kit: Kit, at: Work, task: KeyrefTask): Mended => {
  const { constraint } = task;
  const targets = targetsOf(kit, at, constraint).map((row) => ({ row, key: strictKey(row.keys) }));
  const known = new Set(targets.map(({ key }) => key));
  const means: Means = { at, targets, known, uses: createUses(), fittingOf: createFitting(kit, targets) };
  const rows = rowsOf(kit, at, constraint);
  for (const { keys } of rows) means.uses.add(strictKey(keys));
  let result: Mended = 'fine';
  for (const [index, row] of rows.entries()) {
    const cleared = clear(kit, at, row);
    if (cleared === 'stuck') return cleared;
    const own = strictKey(row.keys);
    // Whether what is nil has a value to refer with is read in two ways.
    const isRight = own === undefined ? !lacksForNil(row) : known.has(own);
    if (cleared === 'fine' && isRight) continue;
    result = 'changed';
    if (cleared === 'fine' && !mendReference(kit, row, { ...means, index, ...task })) return 'stuck';
  }
  return result;
};

interface KeyrefTask {
  readonly constraint: IdentityConstraint;
  readonly settle: Settle;
  /** After some rounds a key takes the value of a reference rather than the other way round. */
  readonly isLate: boolean;
}

/** Lets a row refer to a key, or takes away what refers; what other keyrefs speak of too is settled for all of them. */
const mendReference = (kit: Kit, row: Row, means: Referring & KeyrefTask): boolean => {
  const { at, constraint, settle, isLate } = means;
  if (settle(row, constraint, isLate ? 1 : 2) || referTo(kit, row, means)) return true;
  return settle(row, constraint, 1) || dropRow(kit, at, row);
};

/** What the rows of a keyref can refer to. */
interface Means {
  readonly at: Work;
  readonly targets: readonly Target[];
  readonly known: Set<string | undefined>;
  readonly uses: Uses;
  readonly fittingOf: (row: Row) => readonly Target[];
}

interface Referring extends Means {
  /** Which of the rows refers. */
  readonly index: number;
}

const referTo = (kit: Kit, row: Row, { targets, known, uses, fittingOf, index }: Referring): boolean => {
  const target = uses.least(fittingOf(row), index);
  if (target !== undefined && copyRow(kit, target.row, row)) {
    uses.add(target.key);
    return true;
  }
  // What is fixed is written to a key instead.
  if (!hasFixed(row) || !turned(targets, index).some((one) => copyRow(kit, row, one.row))) return false;
  known.add(strictKey(row.keys) ?? '');
  return true;
};

/** Leaves out a field of a row, or takes the row away. */
const dropRow = (kit: Kit, at: Work, { places, node }: Row): boolean =>
  places.some((found) => found.some(leaveOut)) || takeAway(kit, at, node);

/** A row of a key, with its value. */
interface Target {
  readonly row: Row;
  readonly key: string | undefined;
}

/** All of them, from one on. */
const turned = (targets: readonly Target[], index: number): readonly Target[] => {
  const from = index % Math.max(targets.length, 1);
  return [...targets.slice(from), ...targets.slice(0, from)];
};

/** Finds the targets that rows with fields of the same types can refer to, once for all of them. */
const createFitting = (kit: Kit, targets: readonly Target[]): ((row: Row) => readonly Target[]) => {
  const numbers = new Map<SimpleType, number>();
  const numberOf = (type: SimpleType): number => {
    const number = numbers.get(type) ?? numbers.size;
    numbers.set(type, number);
    return number;
  };
  const found = new Map<string, readonly Target[]>();
  return (row) => {
    const places = row.places.map(([place]) => place);
    if (places.some((place) => place === undefined || place.value?.kind === 'fixed')) return [];
    const key = places.map((place) => (place === undefined ? '' : String(numberOf(place.type)))).join(' ');
    const fitting = found.get(key) ?? targets.filter((target) => textsOf(kit, target.row, row) !== undefined);
    found.set(key, fitting);
    return fitting;
  };
};

/** How many rows refer to each value. */
interface Uses {
  readonly add: (key: string | undefined) => void;
  /** The first target, from one on, that the fewest others refer to, since references may have to differ. */
  readonly least: (targets: readonly Target[], from: number) => Target | undefined;
}

const createUses = (): Uses => {
  const counts = new Map<string | undefined, number>();
  const countOf = ({ key }: Target): number => counts.get(key) ?? 0;
  /** Counts only grow, and so does the least of them. */
  const fewest = new Map<readonly Target[], number>();
  return {
    add: (key) => void counts.set(key, (counts.get(key) ?? 0) + 1),
    least: (targets, from) => {
      const known = fewest.get(targets) ?? 0;
      let least: Target | undefined;
      for (let step = 0; step < targets.length; step += 1) {
        const target = targets[(from + step) % targets.length];
        if (target === undefined) continue;
        if (least === undefined || countOf(target) < countOf(least)) least = target;
        if (countOf(least) <= known) return least;
      }
      if (least !== undefined) fewest.set(targets, countOf(least));
      return least;
    },
  };
};

/** Tells whether each field has a value or an element that is nil. */
const lacksForNil = ({ places, keys }: Row): boolean =>
  places.every(
    (found, index) =>
      keys[index] !== undefined || found.some(({ owner, attribute }) => attribute === undefined && isNil(owner)),
  );

const hasFixed = ({ places }: Row): boolean => places.flat().some(({ value }) => value?.kind === 'fixed');

const copyRow = (kit: Kit, target: Row, row: Row): boolean => {
  const texts = textsOf(kit, target, row);
  if (texts === undefined) return false;
  for (const [place, text] of texts) fill(place, text);
  return true;
};

type Texts = readonly (readonly [ValuePlace, string])[];

/** What would be written to let a row refer to another; undefined where it can't. */
const textsOf = (kit: Kit, target: Row, row: Row): Texts | undefined => {
  const texts = row.places.map(([place], index) => {
    const [from] = target.places[index] ?? [];
    const text = from === undefined ? undefined : textAt(from);
    if (place === undefined || text === undefined || place.value?.kind === 'fixed') return undefined;
    if (kit.values.check(place.type, text, scopeOf(kit, text)) !== 'yes') return undefined;
    return strictKey([keyOfText(kit, place.type, text)]) === strictKey([target.keys[index]])
      ? ([place, text] as const)
      : undefined;
  });
  return texts.every((one) => one !== undefined) ? texts : undefined;
};
