import type { AttributeUse, ComplexType, Type, Wildcard } from './model.ts';
import { keyOf, sameName } from '../qname.ts';
import type { AttributeSet } from './reading.ts';
import { SchemaError } from './schema-error.ts';
import type { Source } from './source.ts';
import { unite } from './wildcards.ts';

/** The attributes of a derived type: those of its base, changed by its own (part 1, 3.4.2). */
export const mergeAttributes = (
  own: AttributeSet,
  base: Type,
  step: Source,
): Pick<ComplexType, 'attributes' | 'prohibited' | 'anyAttribute'> => {
  const inherited = base.kind === 'complex' ? base : undefined;
  const kept = (inherited?.attributes ?? []).filter((use) => !isReplaced(use, own));
  const restricts = step.tag === 'restriction';
  // One attribute group used by both brings the very same use.
  const fresh = own.uses.filter((use) => inherited?.attributes.includes(use) !== true);
  const again = restricts ? undefined : fresh.find((use) => has(inherited, keyOf(use.declaration.name)));
  if (again !== undefined)
    throw new SchemaError(
      'xs:extension',
      step.place,
      `its base has the attribute '${again.declaration.name.name}' already`,
    );
  return {
    attributes: [...kept, ...own.uses],
    prohibited: restricts ? own.prohibited.filter((one) => has(inherited, keyOf(one.name))) : [],
    anyAttribute: restricts ? own.any : joined(own.any, inherited?.anyAttribute, step),
  };
};

const isReplaced = (use: AttributeUse, own: AttributeSet): boolean =>
  own.uses.some((one) => sameName(one.declaration.name, use.declaration.name)) ||
  own.prohibited.some((one) => sameName(one.name, use.declaration.name));

const has = (type: ComplexType | undefined, key: string): boolean =>
  type?.attributes.some((use) => keyOf(use.declaration.name) === key) ?? false;

const joined = (own: Wildcard | undefined, base: Wildcard | undefined, step: Source): Wildcard | undefined => {
  if (own === undefined || base === undefined) return own ?? base;
  const namespaces = unite(own.namespaces, base.namespaces);
  if (namespaces !== undefined) return { ...own, namespaces };
  throw new SchemaError('xs:anyAttribute', step.place, 'it can not be joined with the wildcard of the base type');
};
