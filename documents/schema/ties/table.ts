import type { IdentityConstraint, SchemaModel, SimpleType } from '#xml/schema/model';
import { endsOf } from '#xml/schema/key-nodes';
import type { Scope } from '#xml/schema/names';
import { keyOf } from '#xml/qname';
import type { Values } from '../values/simple-values.ts';
import { prefixesIn } from '../values/names-in-text.ts';
import { prefixTableOf } from '../values/prefix-table.ts';
import { valueKey, type ValueKey } from '../values/value-key.ts';
import type { Pool } from './pool.ts';
import { fieldPlaces, textAt, typelessAt, type ValuePlace } from './places.ts';
import type { Work } from './work.ts';

/** The tools that mend ties. */
export interface Kit {
  readonly model: SchemaModel;
  readonly values: Values;
  readonly pool: Pool;
}

/** A selected element with its fields; a field without a place or with several has no value. */
export interface Row {
  readonly node: Work;
  readonly places: readonly (readonly ValuePlace[])[];
  /** The value of each field; undefined where a field has none. */
  readonly keys: readonly (ValueKey | undefined)[];
  /** Elements that a field leads to and that have no simple type. */
  readonly typeless: readonly Work[];
}

/** The rows of an identity constraint at the element that states it. */
export const rowsOf = (kit: Kit, at: Work, { selector, fields }: IdentityConstraint): readonly Row[] =>
  endsOf(at, selector).map(({ element: node }) => {
    const places = fields.map((field) => fieldPlaces(node, field));
    const typeless = fields.flatMap((field) => typelessAt(node, field));
    return { node, places, keys: places.map((found) => keyAt(kit, found)), typeless };
  });

const keyAt = (kit: Kit, places: readonly ValuePlace[]): ValueKey | undefined => {
  const found = places.filter((place) => textAt(place) !== undefined);
  const [place] = found;
  const text = place === undefined ? undefined : textAt(place);
  return place === undefined || text === undefined || found.length > 1 ? undefined : keyOfText(kit, place.type, text);
};

/** The key of a text where a type is used; remembered, as documents are read again after each change. */
export const keyOfText = (kit: Kit, type: SimpleType, text: string): ValueKey => {
  const types = keysOfTexts.get(kit) ?? new Map<SimpleType, Map<string, ValueKey>>();
  keysOfTexts.set(kit, types);
  const known = types.get(type) ?? new Map<string, ValueKey>();
  types.set(type, known);
  const key = known.get(text) ?? valueKey(type, text, { check: kit.values.check, prefixes: scopeOf(kit, text) });
  if (known.size >= mostRemembered) known.clear();
  known.set(text, key);
  return key;
};

const keysOfTexts = new WeakMap<Kit, Map<SimpleType, Map<string, ValueKey>>>();

/** How many texts of a type are remembered. */
const mostRemembered = 5000;

/** The prefixes that names in a text are written with. */
export const scopeOf = ({ model }: Kit, text: string): Scope => prefixesIn(prefixTableOf(model), text);

/** All fields in one text; undefined where one has no value. Values that only their kinds tell apart are taken for equal. */
export const wholeKey = (keys: Row['keys']): string | undefined =>
  keys.some((key) => key === undefined) ? undefined : keys.map((key) => key?.text).join('\u0000');

/** The same, with what the values can be equal to. */
export const strictKey = (keys: Row['keys']): string | undefined =>
  keys.some((key) => key === undefined)
    ? undefined
    : keys.map((key) => `${key?.space ?? ''}:${key?.text ?? ''}`).join('\u0000');

/** The constraints that an element states. */
export const identitiesAt = ({ declared }: Work): readonly IdentityConstraint[] => declared?.element.identities ?? [];

/** Tells whether a constraint is the key that a keyref refers to. */
export const isReferredTo = (key: IdentityConstraint, { refer }: IdentityConstraint): boolean =>
  refer !== undefined && keyOf(key.name) === keyOf(refer) && key.kind !== 'keyref';
