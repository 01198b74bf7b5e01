import type { IdentityConstraint } from '#xml/schema/model';
import { textAt, type ValuePlace } from './places.ts';
import { keysOf, targetsOf } from './targets.ts';
import { identitiesAt, rowsOf, strictKey, type Kit, type Row } from './table.ts';
import { allOf, type Work } from './work.ts';

/** A keyref at the element that states it. */
interface Group {
  readonly constraint: IdentityConstraint;
  readonly rows: readonly Row[];
  /** How many rows have each value. */
  readonly uses: Counts;
  readonly targets: () => readonly Row[];
  /** Fields of rows of keys, those of the same types once. */
  readonly kinds: () => readonly (readonly ValuePlace[])[];
  /** How many keys have each value. */
  readonly known: () => Counts;
}

type Counts = Map<string | undefined, number>;

/** A row of a keyref, or of the key that one refers to. */
export interface Reference {
  readonly group: Group;
  readonly row: Row;
}

/** What the keyrefs of one document speak of. */
export interface Index {
  /** The rows of keyrefs that an element has a field of. */
  readonly references: ReadonlyMap<Work, readonly Reference[]>;
  /** The rows of keys that an element has a field of. */
  readonly targetsAt: () => ReadonlyMap<Work, readonly Reference[]>;
  /** Elements with fields of keys and of what is unique. */
  readonly unlike: ReadonlySet<Work>;
  /** Rows of keys that took a value, which they keep. */
  readonly kept: Set<Work>;
}

/** Looks a document through. */
export const indexOf = (kit: Kit, root: Work): Index => {
  const references = new Map<Work, Reference[]>();
  const unlike = new Set<Work>();
  const groups: Group[] = [];
  for (const at of allOf(root))
    for (const constraint of identitiesAt(at)) {
      const rows = rowsOf(kit, at, constraint);
      const fields = rows.flatMap((row) => row.places.flat().map(({ owner }) => [owner, row] as const));
      if (constraint.kind !== 'keyref') {
        fields.forEach(([owner]) => unlike.add(owner));
        continue;
      }
      const group = groupOf(kit, { at, constraint, rows });
      groups.push(group);
      for (const [owner, row] of fields) keep(references, owner, { group, row });
    }
  let targets: Map<Work, Reference[]> | undefined;
  const targetsAt = (): ReadonlyMap<Work, readonly Reference[]> => {
    if (targets !== undefined) return targets;
    targets = new Map();
    for (const group of groups)
      for (const row of group.targets())
        for (const { owner } of row.places.flat()) keep(targets, owner, { group, row });
    return targets;
  };
  return { references, targetsAt, unlike, kept: new Set() };
};

const keep = (table: Map<Work, Reference[]>, owner: Work, reference: Reference): void => {
  const known = table.get(owner) ?? [];
  known.push(reference);
  table.set(owner, known);
};

interface Place {
  readonly at: Work;
  readonly constraint: IdentityConstraint;
  readonly rows: readonly Row[];
}

const groupOf = (kit: Kit, { at, constraint, rows }: Place): Group => {
  let found: { readonly [Name in 'targets' | 'known' | 'kinds']: ReturnType<Group[Name]> } | undefined;
  const look = (): typeof found & {} => {
    if (found !== undefined) return found;
    const targets = targetsOf(kit, at, constraint);
    found = { targets, known: countsOf(kit, targets), kinds: kindsOf(targets) };
    return found;
  };
  const uses = countsOf(kit, rows);
  return {
    constraint,
    rows,
    uses,
    targets: () => look().targets,
    known: () => look().known,
    kinds: () => look().kinds,
  };
};

const kindsOf = (targets: readonly Row[]): readonly (readonly ValuePlace[])[] => {
  const kinds: (readonly ValuePlace[])[] = [];
  for (const { places } of targets) {
    const fields = places.flatMap((found) => found.find((place) => textAt(place) !== undefined) ?? []);
    const isNew = !kinds.some((kind) => kind.every(({ type }, index) => type === fields[index]?.type));
    if (isNew) kinds.push(fields);
  }
  return kinds;
};

const countsOf = (kit: Kit, rows: readonly Row[]): Counts => {
  const counts: Counts = new Map();
  for (const row of rows) add(counts, liveKey(kit, row), 1);
  return counts;
};

const add = (counts: Counts, key: string | undefined, number: number): void => {
  const sum = (counts.get(key) ?? 0) + number;
  if (sum > 0) counts.set(key, sum);
  else counts.delete(key);
};

/** Changes some elements and counts what their rows are then. */
export const changing = (kit: Kit, { references, targetsAt }: Index, { owners, change }: Changing): void => {
  const rowsAt = [...owners].flatMap((owner) => [
    ...(targetsAt().get(owner) ?? []).map(({ group, row }) => [row, group.known()] as const),
    ...(references.get(owner) ?? []).map(({ group, row }) => [row, group.uses] as const),
  ]);
  const counted = [...new Map(rowsAt)].map(([row, counts]) => [counts, row] as const);
  for (const [counts, row] of counted) add(counts, liveKey(kit, row), -1);
  change();
  for (const [counts, row] of counted) add(counts, liveKey(kit, row), 1);
};

interface Changing {
  readonly owners: ReadonlySet<Work>;
  readonly change: () => void;
}

/** The rows of keyrefs that have a place among their fields, each once. */
export const speakingOf = ({ references }: Index, places: readonly ValuePlace[]): readonly Reference[] => {
  const found = places.flatMap((place) =>
    (references.get(place.owner) ?? []).filter(({ row }) => row.places.flat().some((one) => isSame(one, place))),
  );
  return [...new Set(found)];
};

/** Tells whether two places are one. */
export const isSame = (one: ValuePlace, other: ValuePlace): boolean =>
  one.owner === other.owner &&
  one.attribute?.name === other.attribute?.name &&
  one.attribute?.namespace === other.attribute?.namespace;

/** A text for each field. */
export type Texts = readonly string[];

/** The value that texts at places make together. */
export const keyIf = (kit: Kit, places: readonly ValuePlace[], texts: Texts): string | undefined =>
  strictKey(keysOf(kit, places, texts));

/** The value of a row as it is now. */
export const liveKey = (kit: Kit, { places }: Row): string | undefined => {
  const found = places.map((some) => some.find((place) => textAt(place) !== undefined));
  return found.every((place) => place !== undefined)
    ? keyIf(
        kit,
        found,
        found.map((place) => textAt(place) ?? ''),
      )
    : undefined;
};
