import { allows, type NamespaceConstraint, type Type } from '#xml/schema/model';
import { derivationMethods } from '#xml/schema/substitution';

/** Tells whether a simple type is derived from another one, members of a union counted as derived from it (part 1, 3.14.6). */
export const isDerived = (type: Type, from: Type): boolean =>
  derivationMethods(type, from) !== undefined ||
  (from.kind === 'simple' && from.variety === 'any' && type.kind === 'simple') ||
  (from.kind === 'simple' &&
    from.variety === 'union' &&
    from.facets.length === 0 &&
    from.members.some((one) => isDerived(type, one)));

/** Wildcard Subset (part 1, 3.10.6). */
export const isSubset = (part: NamespaceConstraint, whole: NamespaceConstraint): boolean => {
  if (whole.kind === 'any') return true;
  if (part.kind === 'some') return part.namespaces.every((one) => allows(whole, one));
  return part.kind === 'not' && whole.kind === 'not' && part.namespace === whole.namespace;
};
