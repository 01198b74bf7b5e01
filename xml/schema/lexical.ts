import type { SimpleType } from './model.ts';

/** Built-in types that take any text. */
const free: ReadonlySet<string> = new Set(['anySimpleType', 'string', 'normalizedString', 'token']);

/** Is there text that is no value of the type, its own and inherited facets aside. */
export const hasLexicalRule = (type: SimpleType): boolean => {
  if (type.variety === 'any') return false;
  if (type.variety === 'list') return type.item !== undefined && isRestricted(type.item);
  if (type.variety === 'union') return type.members.every(isRestricted);
  return !free.has(builtinOf(type));
};

/** Is there text that is no value of the type. */
const isRestricted = (type: SimpleType): boolean =>
  hasLexicalRule(type) || type.facets.some((facet) => facet.kind !== 'whiteSpace') || restrictedBase(type);

const restrictedBase = (type: SimpleType): boolean => type.base !== undefined && isRestricted(type.base);

/** Local name of the built-in type that an atomic type is derived from, itself included. */
export const builtinOf = (type: SimpleType): string => {
  let now = type;
  while (!now.builtin && now.base !== undefined) now = now.base;
  return now.name?.name ?? 'anySimpleType';
};
