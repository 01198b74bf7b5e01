import { endsOf, takes, type End } from '#xml/schema/key-nodes';
import type { Declared } from '#xml/schema/declarations';
import type { Path, SimpleType, ValueConstraint } from '#xml/schema/model';
import { sameName, type QName } from '#xml/qname';
import { isNil, setAttribute, type Work } from './work.ts';

/** A value in a document: the text of an element, or an attribute of it that is or could be there. */
export interface ValuePlace {
  readonly owner: Work;
  readonly attribute: QName | undefined;
  readonly type: SimpleType;
  readonly value: ValueConstraint | undefined;
  /** Whether the value may be left out. */
  readonly optional: boolean;
}

/** The text of a place, a default one where none is written; undefined where there is no value. */
export const textAt = ({ owner, attribute, value }: ValuePlace): string | undefined => {
  if (attribute === undefined) {
    const text = owner.children.filter((child) => typeof child === 'string').join('');
    return isNil(owner) ? undefined : text === '' ? (value?.value ?? '') : text;
  }
  const own = owner.attributes.find((one) => one.name === attribute.name && one.namespace === attribute.namespace);
  return own?.value ?? value?.value;
};

/** Writes a text down. */
export const write = ({ owner, attribute }: ValuePlace, text: string): void => {
  if (attribute !== undefined) setAttribute(owner, attribute, text);
  else owner.children.splice(0, owner.children.length, ...(text === '' ? [] : [text]));
};

/** Takes a value away where it may be left out and has no default; true when that was so. */
export const leaveOut = ({ owner, attribute, optional, value }: ValuePlace): boolean => {
  if (attribute === undefined || !optional || value !== undefined) return false;
  setAttribute(owner, attribute, undefined);
  return true;
};

/** The values of an element: its own text, and each attribute that its type has. */
export const placesAt = (owner: Work): readonly ValuePlace[] => {
  const { declared } = owner;
  if (declared === undefined) return [];
  const { type, element } = declared;
  const simple = type.kind === 'simple' ? type : type.simple;
  const own: readonly ValuePlace[] =
    simple === undefined ? [] : [{ owner, attribute: undefined, type: simple, value: element.value, optional: false }];
  if (type.kind === 'simple') return own;
  return [
    ...own,
    ...wildPlaces(owner, declared),
    ...type.attributes.map(({ declaration, required, value }): ValuePlace => ({
      owner,
      attribute: declaration.name,
      type: declaration.type,
      value,
      optional: !required,
    })),
  ];
};

/** Attributes that a wildcard takes; what is not written has no value, not even a default one. */
const wildPlaces = (owner: Work, { wild }: Declared): readonly ValuePlace[] =>
  wild
    .filter(({ declaration }) => owner.attributes.some((one) => sameName(one, declaration.name)))
    .map(({ declaration: { name, type } }) => ({ owner, attribute: name, type, value: undefined, optional: true }));

/** The values that a field leads to from an element (part 1, 3.11.4 clause 3), those that could be there among them. */
export const fieldPlaces = (from: Work, field: readonly Path[]): readonly ValuePlace[] => {
  const places = endsOf(from, field).flatMap((end) => placesAtEnd(end));
  const isFirst = (place: ValuePlace, index: number): boolean =>
    places.findIndex((other) => isSamePlace(place, other)) === index;
  // Paths of a union can lead to one attribute.
  return field.length === 1 ? places : places.filter(isFirst);
};

const isSamePlace = ({ owner, attribute }: ValuePlace, other: ValuePlace): boolean =>
  owner === other.owner &&
  (attribute === undefined || other.attribute === undefined
    ? attribute === other.attribute
    : sameName(attribute, other.attribute));

/** Elements that a field leads to and that have no simple type, which is forbidden (part 1, 3.11.4 clause 3). */
export const typelessAt = (from: Work, field: readonly Path[]): readonly Work[] =>
  endsOf(from, field).flatMap(({ element, attribute }) => {
    const type = element.declared?.type;
    // What no declaration is about has xs:anyType at most.
    const isSimple = type?.kind === 'simple' || type?.simple !== undefined;
    return attribute === undefined && !isSimple ? [element] : [];
  });

const placesAtEnd = ({ element, attribute }: End<Work>): readonly ValuePlace[] =>
  placesAt(element).filter((place) =>
    attribute === undefined
      ? place.attribute === undefined
      : place.attribute !== undefined && takes(attribute, place.attribute),
  );
