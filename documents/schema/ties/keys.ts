import type { IdentityConstraint, SimpleType } from '#xml/schema/model';
import { idsIn, isOf, type Mended } from './ids.ts';
import { leaveOut, textAt, write, type ValuePlace } from './places.ts';
import { identitiesAt, keyOfText, rowsOf, wholeKey, type Kit, type Row } from './table.ts';
import { isNil, remove, rootOf, setAttribute, type Work } from './work.ts';
import { xsi } from '#xml/schema/names';

/**
 * Makes the rows of a key or unique differ, and those of a key whole (part 1, 3.11.4 clauses 4.1 and 4.2). Where rows are `sparse`, one that
 * comes twice is taken away rather than changed: another constraint may leave fewer values than there are rows.
 */
export const mendKey = (kit: Kit, at: Work, { constraint, sparse }: KeyTask): Mended => {
  const taken = new Set<string>();
  const elsewhere = takenElsewhere(kit, at);
  let result: Mended = 'fine';
  for (const row of rowsOf(kit, at, constraint)) {
    const cleared = clear(kit, at, row);
    if (cleared === 'stuck') return cleared;
    if (cleared === 'changed') result = cleared;
    const whole = wholeKey(row.keys);
    if (cleared === 'changed' || isRight(constraint, row, taken)) {
      if (cleared === 'fine' && whole !== undefined) taken.add(whole);
      continue;
    }
    result = 'changed';
    const isGone = sparse && whole !== undefined && takeAway(kit, at, row.node);
    if (!isGone && !mendRow(kit, { at, constraint, row, taken, elsewhere })) return 'stuck';
  }
  return result;
};

/** Tells whether a row is one of its own, or lacks what only a key asks for. */
const isRight = (constraint: IdentityConstraint, row: Row, taken: ReadonlySet<string>): boolean => {
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
  readonly taken: Set<string>;
  /** The values of rows as they came, since later ones have values too. */
  readonly elsewhere: () => ReadonlySet<string>;
}

const mendRow = (kit: Kit, { at, constraint, row, taken, elsewhere }: Faulty): boolean => {
  const made = forbidsNil(constraint, row) ? undefined : freshRow(kit, at, { row, taken, elsewhere });
  if (made !== undefined) {
    for (const [place, text] of made.texts) fill(place, text);
    taken.add(made.whole);
    return true;
  }
  if (constraint.kind === 'unique' && row.places.some((places) => places.some(leaveOut))) return true;
  return takeAway(kit, at, row.node);
};

const isWritten = (place: ValuePlace): boolean => textAt(place) !== undefined;

/** Where the value of a field is, or could be. */
const placeOf = (found: readonly ValuePlace[]): ValuePlace | undefined => found.find(isWritten) ?? found[0];

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

interface Fresh {
  readonly texts: readonly (readonly [ValuePlace, string])[];
  readonly whole: string;
}

/** Values for the fields of a row that no other row has, as few changed as can be. */
const freshRow = (
  kit: Kit,
  at: Work,
  { row, taken, elsewhere }: Pick<Faulty, 'row' | 'taken' | 'elsewhere'>,
): Fresh | undefined => {
  const places = row.places.map(placeOf);
  if (places.some((place) => place === undefined)) return undefined;
  const choices = row.places.map((found, index) =>
    choicesFor(kit, { place: placeOf(found), has: row.keys[index] !== undefined, at }),
  );
  for (const texts of combinations(choices)) {
    const keys = texts.map((text, index) => places[index] && keyOfText(kit, places[index].type, text));
    const whole = wholeKey(keys);
    if (whole === undefined || taken.has(whole) || elsewhere().has(whole)) continue;
    return {
      whole,
      texts: texts.flatMap((text, index) => (places[index] === undefined ? [] : [[places[index], text] as const])),
    };
  }
  return undefined;
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

interface Choosing {
  readonly place: ValuePlace | undefined;
  readonly has: boolean;
  readonly at: Work;
}

/** The text that is there, then others that could be. */
const choicesFor = (kit: Kit, { place, has, at }: Choosing): readonly string[] => {
  if (place === undefined) return [];
  const own = has ? [textAt(place) ?? ''] : [];
  if (place.value?.kind === 'fixed') return [place.value.value];
  return [...own, ...othersFor(kit, place.type, at)];
};

/** An IDREF is one of the IDs of the document, and a new ID none of them. */
const othersFor = (kit: Kit, type: SimpleType, at: Work): readonly string[] => {
  const [isId, isReference] = [isOf(type, 'ID'), isOf(type, 'IDREF')];
  if (!isId && !isReference) return kit.pool(type);
  const ids = new Set(idsIn(rootOf(at)));
  const pool = isReference ? [...ids] : kit.pool(type);
  return isId ? pool.filter((one) => !ids.has(one)) : pool;
};

/** How many combinations are tried. */
const mostTries = 5000;

/** Every choice of one of each, those with one change first. */
function* combinations(choices: readonly (readonly string[])[]): Generator<readonly string[]> {
  const first = choices.map(([one = '']) => one);
  if (choices.some((one) => one.length === 0)) return;
  for (const [index, options] of choices.entries()) for (const option of options) yield first.with(index, option);
  const [some = [], ...rest] = choices;
  const pairs = some.flatMap((option) =>
    rest.flatMap((options, index) => options.map((other) => [option, index + 1, other] as const)),
  );
  for (const [option, index, other] of pairs.slice(0, mostTries)) yield first.with(0, option).with(index, other);
}
