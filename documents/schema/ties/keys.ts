import type { IdentityConstraint } from '#xml/schema/model';
import { createRows, type MakeRow } from './fresh-row.ts';
import type { Mended } from './ids.ts';
import { leaveOut, textAt, write, type ValuePlace } from './places.ts';
import { createRearrange, type Rearrange } from './rearranged.ts';
import { identitiesAt, rowsOf, wholeKey, type Kit, type Row } from './table.ts';
import { isNil, remove, setAttribute, type Work } from './work.ts';
import { xsi } from '#xml/schema/names';

/**
 * Makes the rows of a key or unique differ, and those of a key whole (part 1, 3.11.4 clauses 4.1 and 4.2). Where rows are `sparse`, one that
 * comes twice is taken away rather than changed: another constraint may leave fewer values than there are rows.
 */
export const mendKey = (kit: Kit, at: Work, { constraint, sparse }: KeyTask): Mended => {
  const taken = new Map<string, Row>();
  const means = {
    taken,
    elsewhere: takenElsewhere(kit, at),
    freshRow: createRows(kit, at),
    lastRow: createRows(kit, at),
    rearrange: createRearrange(kit, fill),
  };
  let result: Mended = 'fine';
  for (const row of rowsOf(kit, at, constraint)) {
    const cleared = clear(kit, at, row);
    if (cleared === 'stuck') return cleared;
    if (cleared === 'changed') result = cleared;
    const whole = wholeKey(row.keys);
    if (cleared === 'changed' || isRight(constraint, row, taken)) {
      if (cleared === 'fine' && whole !== undefined) taken.set(whole, row);
      continue;
    }
    result = 'changed';
    const isGone = sparse && whole !== undefined && takeAway(kit, at, row.node);
    if (!isGone && !mendRow(kit, { at, constraint, row, ...means })) return 'stuck';
  }
  return result;
};

/** Tells whether a row is one of its own, or lacks what only a key asks for. */
const isRight = (constraint: IdentityConstraint, row: Row, taken: ReadonlyMap<string, Row>): boolean => {
  const whole = wholeKey(row.keys);
  if (whole === undefined) return constraint.kind === 'unique' && !hasNil(row);
  return !taken.has(whole) && !forbidsNil(constraint, row);
};

interface KeyTask {
  readonly constraint: IdentityConstraint;
  readonly sparse: boolean;
}

/** Takes away what a field leads to and has no simple type, or is one node too many (part 1, 3.11.4 clause 3). */
export const clear = (kit: Kit, at: Work, { node, typeless, places }: Row): Mended => {
  const surplus = places.flatMap((found) => found.filter(isThere).slice(1));
  if (typeless.length === 0 && surplus.length === 0) return 'fine';
  const isCleared =
    typeless.every((one) => takeAway(kit, at, one)) &&
    surplus.every((place) => (place.attribute === undefined ? takeAway(kit, at, place.owner) : leaveOut(place)));
  return isCleared || takeAway(kit, at, node) ? 'changed' : 'stuck';
};

const isThere = (place: ValuePlace): boolean => place.attribute === undefined || isWritten(place);

interface Faulty {
  readonly at: Work;
  readonly constraint: IdentityConstraint;
  readonly row: Row;
  /** Rows by their values. */
  readonly taken: Map<string, Row>;
  /** The values of rows as they came, since later ones have values too. */
  readonly elsewhere: () => ReadonlySet<string>;
  readonly freshRow: MakeRow;
  /** For values that later rows have too, which are mended in their turn. */
  readonly lastRow: MakeRow;
  readonly rearrange: Rearrange;
}

const mendRow = (kit: Kit, faulty: Faulty): boolean => {
  const { at, constraint, row } = faulty;
  if (!forbidsNil(constraint, row) && giveValue(faulty)) return true;
  if (constraint.kind === 'unique' && row.places.some((places) => places.some(leaveOut))) return true;
  return takeAway(kit, at, row.node);
};

const giveValue = ({ row, taken, elsewhere, freshRow, lastRow, rearrange }: Faulty): boolean => {
  const made =
    freshRow(row, (whole) => taken.has(whole) || elsewhere().has(whole)) ?? lastRow(row, (whole) => taken.has(whole));
  if (made === undefined) return rearrange(row, taken);
  for (const [place, text] of made.texts) fill(place, text);
  taken.set(made.whole, row);
  return true;
};

const isWritten = (place: ValuePlace): boolean => textAt(place) !== undefined;

/** No field of a key is an element that could be nil (part 1, 3.11.4 clause 4.2.3). */
const forbidsNil = ({ kind }: IdentityConstraint, { places }: Row): boolean =>
  kind === 'key' &&
  places.flat().some(({ owner, attribute }) => attribute === undefined && owner.declared?.element.nillable === true);

const hasNil = ({ places }: Row): boolean => places.flat().some(({ owner }) => isNil(owner));

/** Writes the text of a field. */
export const fill = (place: ValuePlace, text: string): void => {
  // Text is no content of what is nil; an attribute may stay there.
  if (place.attribute === undefined) setAttribute(place.owner, { namespace: xsi, name: 'nil' }, undefined);
  write(place, text);
};

/** Takes the element away, or one that it stands in, below the element of the constraint. */
export const takeAway = ({ model }: Kit, at: Work, node: Work): boolean => {
  for (let now: Work | undefined = node; now !== undefined && now !== at; now = now.parent)
    if (remove(model, now)) return true;
  return false;
};

/** The values of all rows of keys at an element; looked for when they are first asked for. */
const takenElsewhere = (kit: Kit, at: Work): (() => ReadonlySet<string>) => {
  let found: ReadonlySet<string> | undefined;
  return () =>
    (found ??= new Set(
      identitiesAt(at)
        .filter(({ kind }) => kind !== 'keyref')
        .flatMap((one) => rowsOf(kit, at, one).flatMap(({ keys }) => wholeKey(keys) ?? [])),
    ));
};
