import { anyType } from './builtin-types.ts';
import type { Derivation, ElementDeclaration, Type } from './model.ts';

/** The types that a type is derived from, nearest first; the ur-type ends the list. */
export const ancestorsOf = (type: Type): readonly Type[] => {
  const ancestors: Type[] = [];
  for (let next = type.base; next !== undefined && next !== ancestors.at(-1); next = next.base) ancestors.push(next);
  return ancestors;
};

/** The methods by which a type is derived from another; undefined when it is not (part 1, 3.4.6 and 3.14.6). */
export const derivationMethods = (type: Type, ancestor: Type): ReadonlySet<Derivation> | undefined => {
  const methods = new Set<Derivation>();
  let now: Type | undefined = type;
  while (now !== undefined && now !== ancestor) {
    methods.add(now.kind === 'complex' ? now.derivation : 'restriction');
    now = now.base === now ? undefined : now.base;
  }
  // Every type is derived from the ur-type, simple ones as well (part 1, 3.4.7).
  if (now !== undefined || ancestor === anyType) return methods;
  return isMemberOf(type, ancestor) ? new Set(['restriction']) : undefined;
};

/** A member of a union, and what is derived from it, is derived from the union (part 1, 3.14.6, clause 2.2.4). */
const isMemberOf = (type: Type, union: Type): boolean =>
  union.kind === 'simple' &&
  union.variety === 'union' &&
  union.facets.length === 0 &&
  union.members.some((member) => derivationMethods(type, member) !== undefined);

/** May an element stand where a head of its is asked for (part 1, 3.3.6); abstract ones count too. */
export const canReplace = (element: ElementDeclaration, head: ElementDeclaration): boolean =>
  !head.block.includes('substitution') && !isBlocked(element, head);

const isBlocked = (element: ElementDeclaration, head: ElementDeclaration): boolean => {
  const methods = derivationMethods(element.type, head.type);
  if (methods === undefined) return true;
  const between = ancestorsOf(element.type).slice(0, ancestorsOf(element.type).indexOf(head.type) + 1);
  const blocks = between.flatMap((type) => (type.kind === 'complex' ? type.block : []));
  return [...head.block, ...blocks].some((one) => methods.has(one));
};
