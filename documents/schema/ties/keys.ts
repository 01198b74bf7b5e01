import type { IdentityConstraint, SimpleType } from '#xml/schema/model';
import { idsIn, isOf, type Mended } from './ids.ts';
import { leaveOut, textAt, write, type ValuePlace } from './places.ts';
import { isReferredTo, identitiesAt, keyOfText, rowsOf, strictKey, wholeKey, type Kit, type Row } from './table.ts';
import { allOf, isNil, remove, rootOf, setAttribute, type Work } from './work.ts';
import { xsi } from '#xml/schema/names';

/** Makes the rows of a key or unique differ, and those of a key whole (part 1, 3.11.4 clauses 4.1 and 4.2). */
export const mendKey = (kit: Kit, at: Work, constraint: IdentityConstraint): Mended => {
  const taken = new Set<string>();
  let result: Mended = 'fine';
  for (const row of rowsOf(kit, at, constraint)) {
    const cleared = clear(kit, at, row);
    if (cleared === 'stuck') return cleared;
    if (cleared === 'changed') {
      result = cleared;
      continue;
    }
    const whole = wholeKey(row.keys);
    if (whole !== undefined && !taken.has(whole) && !forbidsNil(constraint, row)) {
      taken.add(whole);
      continue;
    }
    if (whole === undefined && constraint.kind === 'unique' && !hasNil(row)) continue;
    result = 'changed';
    if (!mendRow(kit, { at, constraint, row, taken })) return 'stuck';
  }
  return result;
};

/** Takes away what a field leads to and has no simple type, or is one node too many (part 1, 3.11.4 clause 3). */
const clear = (kit: Kit, at: Work, { node, typeless, places }: Row): Mended => {
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
}

const mendRow = (kit: Kit, { at, constraint, row, taken }: Faulty): boolean => {
  const made = forbidsNil(constraint, row) ? undefined : freshRow(kit, at, { row, taken });
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

/** Tells whether each field has a value or an element that is nil. */
const lacksForNil = ({ places, keys }: Row): boolean =>
  places.every(
    (found, index) =>
      keys[index] !== undefined || found.some(({ owner, attribute }) => attribute === undefined && isNil(owner)),
  );

const fill = (place: ValuePlace, text: string): void => {
  // Text is no content of what is nil; an attribute may stay there.
  if (place.attribute === undefined) setAttribute(place.owner, { namespace: xsi, name: 'nil' }, undefined);
  write(place, text);
};

/** Takes the element away, or one that it stands in, below the element of the constraint. */
const takeAway = ({ model }: Kit, at: Work, node: Work): boolean => {
  for (let now: Work | undefined = node; now !== undefined && now !== at; now = now.parent)
    if (remove(model, now)) return true;
  return false;
};

interface Fresh {
  readonly texts: readonly (readonly [ValuePlace, string])[];
  readonly whole: string;
}

/** Values for the fields of a row that no other row has, as few changed as can be. */
const freshRow = (kit: Kit, at: Work, { row, taken }: Pick<Faulty, 'row' | 'taken'>): Fresh | undefined => {
  const others = new Set([...taken, ...takenElsewhere(kit, at, row)]);
  const places = row.places.map(placeOf);
  if (places.some((place) => place === undefined)) return undefined;
  const choices = row.places.map((found, index) =>
    choicesFor(kit, { place: placeOf(found), has: row.keys[index] !== undefined, at }),
  );
  for (const texts of combinations(choices)) {
    const keys = texts.map((text, index) => places[index] && keyOfText(kit, places[index].type, text));
    const whole = wholeKey(keys);
    if (whole === undefined || others.has(whole)) continue;
    return {
      whole,
      texts: texts.flatMap((text, index) => (places[index] === undefined ? [] : [[places[index], text] as const])),
    };
  }
  return undefined;
};

/** Rows that come later have values too. */
const takenElsewhere = (kit: Kit, at: Work, row: Row): readonly string[] =>
  identitiesAt(at).flatMap((one) =>
    one.kind === 'keyref'
      ? []
      : rowsOf(kit, at, one).flatMap((other) => (other.node === row.node ? [] : (wholeKey(other.keys) ?? []))),
  );

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

/** Lets the rows of a keyref be rows of its key (part 1, 3.11.4 clause 4.3). */
export const mendKeyref = (kit: Kit, at: Work, constraint: IdentityConstraint): Mended => {
  const targets = targetsOf(kit, at, constraint);
  const known = new Set(targets.map(({ keys }) => strictKey(keys)));
  let result: Mended = 'fine';
  for (const [index, row] of rowsOf(kit, at, constraint).entries()) {
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
    if (turned.some((target) => copyRow(kit, target, row))) continue;
    // What is fixed is written to a key instead.
    if (hasFixed(row) && turned.some((target) => copyRow(kit, row, target))) {
      known.add(own ?? '');
      continue;
    }
    if (row.places.some((places) => places.some(leaveOut))) continue;
    if (!takeAway(kit, at, row.node)) return 'stuck';
  }
  return result;
};

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
