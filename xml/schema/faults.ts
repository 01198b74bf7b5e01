import { isBuiltin } from './builtin-types.ts';
import type { Facet, SimpleType } from './model.ts';

/** The facet that a message of libxml2 is about: of several of one kind, the one whose value it quotes. */
export const facetIn = (type: SimpleType, kind: string, text: string): Facet | undefined => {
  const found = [...stepsOf(type)].flatMap((step) => step.facets).filter((facet) => facet.kind === kind);
  return found.find((facet) => facet.values.some((value) => text.includes(`'${value.text}'`))) ?? found[0];
};

/** The derivation step whose author wrote down a built-in type, a list or a union; undefined for a built-in type itself. */
export const lexicalOwner = (type: SimpleType): SimpleType | undefined => {
  if (isBuiltin(type)) return undefined;
  let now = type;
  while (now.base !== undefined && !isBuiltin(now.base)) now = now.base;
  return now.variety === 'list' && now.item !== undefined ? (lexicalOwner(now.item) ?? now) : now;
};

/** A type and everything whose facets its values must keep: its bases, its items, its members. */
const stepsOf = (type: SimpleType): ReadonlySet<SimpleType> => {
  const steps = new Set([type]);
  for (const step of steps)
    for (const next of [step.base, step.item, ...step.members]) if (next !== undefined) steps.add(next);
  return steps;
};
