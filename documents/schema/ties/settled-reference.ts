import type { IdentityConstraint } from '#xml/schema/model';
import { fill } from './keys.ts';
import { textAt, type ValuePlace } from './places.ts';
import { canTake } from './targets.ts';
import {
  changing,
  indexOf,
  isSame,
  keyIf,
  liveKey,
  speakingOf,
  type Index,
  type Reference,
  type Texts,
} from './reference-index.ts';
import { scopeOf, type Kit, type Row } from './table.ts';
import type { Work } from './work.ts';

/**
 * Gives a row of a keyref a value that every other keyref that speaks of its fields knows too, or can be made to know by a row of its key that takes
 * the value; false where fewer keyrefs than `least` speak of them, or nothing is found. What was tried is undone.
 */
export type Settle = (row: Row, constraint: IdentityConstraint, least: number) => boolean;

/** Creates what settles the rows of one document; it is looked through when the first row asks for it. */
export const createSettle = (kit: Kit, root: Work): Settle => {
  let known: Index | undefined;
  return (row, constraint, least) => {
    known ??= indexOf(kit, root);
    return settled(kit, known, { row, constraint, least });
  };
};

interface Unsettled {
  readonly row: Row;
  readonly constraint: IdentityConstraint;
  readonly least: number;
}

const settled = (kit: Kit, index: Index, { row, constraint, least }: Unsettled): boolean => {
  const places = row.places.map((found) => found.find((place) => textAt(place) !== undefined) ?? found[0]);
  if (!places.every((place) => place !== undefined)) return false;
  const concerned = speakingOf(index, places);
  const own = concerned.find(({ group }) => group.constraint === constraint);
  if (own === undefined || concerned.length < least) return false;
  const choosing: Choosing = { concerned, own, places };
  const known = [...distinct(valuesOfKeys(choosing))];
  const isFree = (texts: Texts): boolean => !own.group.uses.has(keyIf(kit, places, texts));
  const attempt = (options: Iterable<Texts>, far: number): boolean => {
    for (const texts of options) if (tried(kit, index, { places, texts, reach: far })) return true;
    return false;
  };
  const free = known.filter(isFree);
  // What others refer to keeps its value where it stands alone, else references in a circle would never settle.
  if (least === 1 && attempt([wholeOf(places, [])], reach)) return true;
  const mayRepeat = !places.some(({ owner }) => index.unlike.has(owner));
  if (attempt(free, 0) || (mayRepeat && attempt(known, 0)) || attempt(mayRepeat ? known : free, reach)) return true;
  return attempt(distinct(valuesForKeys(kit, choosing)), reach) || attempt(known, 0);
};

/** How many keys may take a value one because of the other. */
const reach = 3;

const textsIn = ({ places }: Row): readonly (string | undefined)[] =>
  places.map((found) => found.map(textAt).find((text) => text !== undefined));

interface Choosing {
  readonly concerned: readonly Reference[];
  readonly own: Reference;
  readonly places: readonly ValuePlace[];
}

/** How many values of keys and of a type are tried. */
const mostTried = 200;

/** Texts for all fields, of which what is fixed keeps its own. */
const wholeOf = (places: readonly ValuePlace[], texts: readonly (string | undefined)[]): Texts =>
  places.map((place, index) => (place.value?.kind === 'fixed' ? undefined : texts[index]) ?? textAt(place) ?? '');

const fieldOf = ({ row }: Reference, place: ValuePlace): number =>
  row.places.findIndex((found) => found.some((one) => isSame(one, place)));

/** Texts of the keys of a row, and of those with fields that another keyref speaks of as its key has them. */
function* valuesOfKeys({ concerned, own, places }: Choosing): Generator<Texts> {
  const bases = own.group.targets().map((row) => wholeOf(places, textsIn(row)));
  yield* bases;
  for (const reference of concerned) {
    const fields = places.map((place) => fieldOf(reference, place));
    for (const target of reference.group.targets()) {
      const texts = textsIn(target);
      const starts = fields.includes(-1) ? bases.slice(0, mostTried) : [wholeOf(places, [])];
      for (const base of starts) {
        const changed = base.map((text, index) => texts[fields[index] ?? -1] ?? text);
        yield wholeOf(places, changed);
      }
    }
  }
}

/** Texts with a field that no key has and that one could have. */
function* valuesForKeys(kit: Kit, { concerned, own, places }: Choosing): Generator<Texts> {
  const [first] = own.group.targets();
  const base = wholeOf(places, first === undefined ? [] : textsIn(first));
  for (const reference of concerned)
    for (const [index, place] of places.entries()) {
      const field = fieldOf(reference, place);
      const types = new Set(reference.group.targets().flatMap((one) => one.places[field]?.[0]?.type ?? []));
      const texts = [...types].flatMap((type) => kit.pool.some(type).slice(0, mostTried));
      for (const text of texts) yield wholeOf(places, base.with(index, text));
    }
}

/** Each of the texts once, no more than are worth looking at. */
function* distinct(options: Iterable<Texts>): Generator<Texts> {
  const seen = new Set<string>();
  for (const texts of options) {
    const key = texts.join('\u0000');
    if (seen.has(key)) continue;
    seen.add(key);
    yield texts;
    if (seen.size >= mostOptions) return;
  }
}

const mostOptions = 2000;

interface Trial {
  readonly places: readonly ValuePlace[];
  readonly texts: Texts;
  /** How many keys may still take a value. */
  readonly reach: number;
}

/** Writes the texts where every keyref that speaks of the fields knows them then; leaves all as it was where that is not so. */
const tried = (kit: Kit, index: Index, { places, texts, reach: left }: Trial): boolean => {
  const concerned = speakingOf(index, places);
  if (!concerned.every((reference) => mayKnow(kit, reference, { places, texts, reach: left }))) return false;
  if (!places.every((place, at) => takes(kit, place, texts[at] ?? ''))) return false;
  const owners = new Set(places.map(({ owner }) => owner));
  const restorers = [...owners].map(restorer);
  const undo = (): void => {
    for (const one of restorers) one();
  };
  const change = (): void => {
    for (const [at, place] of places.entries()) if (textAt(place) !== texts[at]) fill(place, texts[at] ?? '');
  };
  changing(kit, index, { owners, change });
  if (concerned.every((reference) => isKnown(kit, index, { reference, left }))) return true;
  changing(kit, index, { owners, change: undo });
  return false;
};

/** Tells without writing them whether a key has the texts, or a row of it could take them, where they are all that a keyref speaks of. */
const mayKnow = (kit: Kit, reference: Reference, { places, texts, reach: left }: Trial): boolean => {
  const at = reference.row.places.map((found) => places.findIndex((place) => found.some((one) => isSame(one, place))));
  if (at.includes(-1)) return true;
  const own = at.flatMap((index) => places[index] ?? []);
  const wanted = at.map((index) => texts[index] ?? '');
  const key = keyIf(kit, own, wanted);
  if (reference.group.known().has(key)) return true;
  return (
    left > 0 && key !== undefined && reference.group.kinds().some((kind) => canTake(kit, kind, { texts: wanted, key }))
  );
};

const takes = (kit: Kit, place: ValuePlace, text: string): boolean =>
  place.value?.kind === 'fixed'
    ? textAt(place) === text
    : kit.values.check(place.type, text, scopeOf(kit, text)) === 'yes';

interface Asked {
  readonly reference: Reference;
  readonly left: number;
}

/** Whether a key has the value of a reference, or a row of it can take it. */
const isKnown = (kit: Kit, index: Index, { reference: { group, row }, left }: Asked): boolean => {
  const key = liveKey(kit, row);
  if (key === undefined) return true;
  const targets = group.targets();
  if (group.known().has(key)) return true;
  if (left === 0) return false;
  const free = targets.filter(({ node }) => !index.kept.has(node));
  const spare = free.filter((one) => !group.uses.has(liveKey(kit, one)));
  return [...spare, ...free.filter((one) => !spare.includes(one))].some((target) => {
    const texts = textsIn(row).map((text) => text ?? '');
    const places = target.places.flatMap((found) => found.find((place) => textAt(place) !== undefined) ?? []);
    if (places.length < texts.length || !canTake(kit, places, { texts, key })) return false;
    index.kept.add(target.node);
    if (tried(kit, index, { places, texts, reach: left - 1 })) return true;
    index.kept.delete(target.node);
    return false;
  });
};

/** What gives an element the text and the attributes that it has now. */
const restorer = ({ attributes, children }: Work): (() => void) => {
  const [ownAttributes, ownChildren] = [[...attributes], [...children]];
  return () => {
    attributes.splice(0, attributes.length, ...ownAttributes);
    children.splice(0, children.length, ...ownChildren);
  };
};
