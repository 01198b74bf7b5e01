import type { Type } from '#xml/schema/model';
import { detailsOf, type RoleDetails, type RoleEntry } from '../description/description-shape.ts';
import type { Table } from '../table.ts';
import type { Use } from '../use.ts';
import type { Bound } from './bind.ts';
import type { Confidence } from './finding.ts';
import type { PlaceStep, SchemaPlace } from './places.ts';
import type { Prefixes } from './prefixes.ts';
import type { Seen } from './seen.ts';
import type { Vocabulary } from './vocabulary.ts';
import { likeness } from './words.ts';

/** What is known of the roles of the contract that comes with the suite. */
export type KnownRoles = Readonly<Record<string, RoleEntry>>;

/** A role of the folder that is made. */
export interface RoleDraft {
  readonly name: string;
  readonly entry: RoleDetails;
  readonly place: SchemaPlace;
}

/** A use with the role that it is bound to. */
export interface UseDraft {
  readonly use: Use;
  /** The path of the role. */
  readonly role: string;
  readonly at: string;
  readonly confidence: Confidence;
  /** Where else it could be, as paths in the message. */
  readonly others: readonly string[];
}

/** What roles are made from. */
export interface RoleSource {
  readonly places: readonly SchemaPlace[];
  readonly bound: readonly Bound[];
  readonly known: KnownRoles;
  /** Tables of the contract that comes with the suite. */
  readonly tables: ReadonlyMap<string, Table>;
  /** Values of places that a schema leaves open. */
  readonly valuesOf: (role: string) => readonly string[];
  readonly prefixes: Prefixes;
  readonly seen: Seen;
}

/** The roles of a message: the concepts that were found, and what the shipped contract has of the same name. */
export const roleDraftsOf = (source: RoleSource): readonly RoleDraft[] =>
  Object.entries(source.known).flatMap(([name, entry]) => {
    const details = detailsOf(entry);
    const place = source.bound.find(({ concept }) => concept.role === name)?.place;
    const found = place === undefined ? placeNamed(source, details) : { place, more: '' };
    return found === undefined ? [] : [draftOf(source, { name, details, ...found })];
  });

interface Named {
  readonly place: SchemaPlace;
  /** What follows the place in the path. */
  readonly more: string;
}

const stepNames = (at: string): readonly string[] => at.split('/').map((step) => step.replace(/^(@?)[\w.-]+:/, '$1'));

const nameOf = ({ name, isAttribute }: PlaceStep): string => `${isAttribute ? '@' : ''}${name.name}`;

/** Containers have no names that could be guessed: what is called as in the shipped contract is taken for the same. */
const placeNamed = ({ places, bound }: RoleSource, { at, decode }: RoleDetails): Named | undefined => {
  const names = stepNames(at);
  const more = names.at(-1) === '*' ? '/*' : '';
  const wanted = names.filter((name) => name !== '*').at(-1);
  const place = places.find(
    (one) => one.kind === 'elements' && nameOf(one.steps.at(-1) ?? noStep) === wanted && decode === undefined,
  );
  return place === undefined || bound.some((one) => one.place === place) ? undefined : { place, more };
};

const noStep: PlaceStep = { name: { namespace: '', name: '' }, isAttribute: false };

interface Making extends Named {
  readonly name: string;
  readonly details: RoleDetails;
}

const draftOf = (source: RoleSource, { name, details, place, more }: Making): RoleDraft => {
  const decode = decodeAt(details, place, source.seen);
  const isHolder = decode === 'zip' || decode === 'xml';
  const roles = rolesBelow(source, { details, place, more });
  return {
    name,
    place,
    entry: {
      at: `${source.prefixes.path(place)}${more}`,
      ...(decode === undefined ? {} : { decode }),
      ...listsAt(source, { name, details, place }),
      ...(isHolder && details.payload !== undefined ? { payload: details.payload } : {}),
      ...(Object.keys(roles).length === 0 ? {} : { roles }),
    },
  };
};

/** Lists by name go with any text that has no form of its own; a table goes with values that it has. */
const listsAt = (
  { tables, valuesOf }: RoleSource,
  { name, details: { lists }, place }: Omit<Making, 'more'>,
): Pick<RoleDetails, 'lists'> => {
  if (lists === undefined || place.kind === 'number') return {};
  const values = place.values.length > 0 ? place.values : valuesOf(name);
  const isListed = typeof lists === 'string' ? hasAny(tables.get(lists), values) : !isOfForm(place.type);
  return isListed ? { lists } : {};
};

/** Whether a pattern or a length says what a text looks like, as of codes, which names then don't. */
const isOfForm = (type: Type): boolean => {
  const simple = type.kind === 'simple' ? type : type.simple;
  if (simple === undefined) return false;
  const isForm = simple.facets.some(({ kind }) => kind === 'pattern' || kind === 'length');
  return isForm || (!simple.builtin && simple.base !== undefined && isOfForm(simple.base));
};

/** Whether a table has one of some values. */
export const hasAny = (table: Table | undefined, values: readonly string[]): boolean =>
  table?.entries.some(({ value }) => values.includes(value)) === true;

const decodeAt = ({ decode }: RoleDetails, place: SchemaPlace, seen: Seen): RoleDetails['decode'] => {
  const { kind, steps } = place;
  if (decode === 'date') return kind === 'date' || kind === 'moment' || showsDates(seen, place) ? decode : undefined;
  if (decode === 'zip') return kind === 'binary' && isCalledZip(steps) ? decode : undefined;
  if (decode === 'xml') return kind === 'binary' ? decode : undefined;
  return kind === 'text' ? decode : undefined;
};

/** Whether text that may be anything was a date in each message. */
const showsDates = ({ textsAt }: Seen, place: SchemaPlace): boolean => {
  const texts = place.kind === 'text' ? textsAt(place) : [];
  return texts.length > 0 && texts.every((text) => /^\d{4}-\d{2}-\d{2}$/.test(text));
};

const isCalledZip = (steps: readonly PlaceStep[]): boolean =>
  steps.some(({ name }) => likeness(name.name, ['zip']) > 0 || /zip/i.test(name.name));

const rolesBelow = (source: RoleSource, { details, place, more }: Omit<Making, 'name'>): Record<string, RoleEntry> =>
  Object.fromEntries(
    Object.entries(details.roles ?? {}).flatMap(([name, entry]) => {
      const inner = detailsOf(entry);
      if (inner.at.includes('(')) return more === '' && inner.at === 'local-name()' ? [] : [[name, entry] as const];
      const found = below(source.places, place, { more, names: stepNames(inner.at) });
      if (found === undefined) return [];
      const from = more === '' ? place.steps : found.steps.slice(0, place.steps.length + 1);
      const made = draftOf(
        { ...source, prefixes: relativeTo(source.prefixes, from) },
        { name, details: inner, place: found, more: '' },
      );
      const isPlain = Object.keys(made.entry).length === 1;
      return [[name, isPlain ? made.entry.at : made.entry] as const];
    }),
  );

const relativeTo = (prefixes: Prefixes, from: readonly PlaceStep[]): Prefixes => ({
  ...prefixes,
  path: (place) => prefixes.path(place, from),
});

interface Below {
  readonly more: string;
  readonly names: readonly string[];
}

const below = (
  places: readonly SchemaPlace[],
  around: SchemaPlace,
  { more, names }: Below,
): SchemaPlace | undefined => {
  const depth = around.steps.length + (more === '' ? 0 : 1);
  return places.find(({ steps }) => {
    if (steps.length !== depth + names.length) return false;
    if (!around.steps.every((step, index) => steps[index] === step)) return false;
    return names.every((name, index) => nameOf(steps[depth + index] ?? noStep).toLowerCase() === name.toLowerCase());
  });
};

/** The place that says what kind of body another place names: at it, in it or beside it. */
export const kindPlace = (
  places: readonly SchemaPlace[],
  body: SchemaPlace,
  { bodies, kinds }: Vocabulary,
): SchemaPlace | undefined => {
  const parent = body.steps.slice(0, -1);
  const isWithin = (steps: readonly PlaceStep[], around: readonly PlaceStep[]): boolean =>
    steps.length === around.length + 1 && around.every((step, index) => steps[index] === step);
  const isKind = ({ kind, steps }: SchemaPlace): boolean =>
    (kind === 'text' || kind === 'list') && likeness(steps.at(-1)?.name.name ?? '', kinds) >= 0.8;
  const inside = places.find((one) => isWithin(one.steps, body.steps) && isKind(one));
  if (inside !== undefined || likeness(parent.at(-1)?.name.name ?? '', bodies) === 0) return inside;
  return places.find((one) => one !== body && isWithin(one.steps, parent) && isKind(one));
};
