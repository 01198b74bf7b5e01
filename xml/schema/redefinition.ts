import { keyOf } from '../qname.ts';
import { childOf, describe, referenceOf, valueOf } from './reading.ts';
import { SchemaError } from './schema-error.ts';
import type { Source } from './source.ts';

/** Checks that a redefinition builds on what it redefines (part 1, 4.2.2, Redefinition Constraints clauses 5 to 7). */
export const checkRedefinition = (source: Source): void => {
  if (source.tag === 'simpleType' || source.tag === 'complexType') checkType(source);
  else checkGroup(source);
};

const ownKey = (source: Source): string =>
  keyOf({ namespace: source.document.targetNamespace, name: valueOf(source, 'name') ?? '' });

const checkType = (source: Source): void => {
  const content = childOf(source, 'simpleContent', 'complexContent') ?? source;
  const step = childOf(content, 'restriction', 'extension');
  const base = step === undefined ? undefined : referenceOf(step, 'base');
  if (base === undefined || keyOf(base) !== ownKey(source))
    throw new SchemaError(
      describe(source),
      source.place,
      'a redefined type must be derived from itself (part 1, 4.2.2)',
    );
};

/** Does a redefined group refer to what it redefines; without that it restricts it (part 1, 4.2.2 clauses 6 and 7). */
export const holdsItself = (source: Source): boolean => ownUses(source).length > 0;

const ownUses = (source: Source): readonly Source[] => {
  const own = ownKey(source);
  return within(source).filter((one) => {
    const reference = one.tag === source.tag ? referenceOf(one, 'ref') : undefined;
    return reference !== undefined && keyOf(reference) === own;
  });
};

const checkGroup = (source: Source): void => {
  const uses = ownUses(source);
  const once = uses.every((one) => ['minOccurs', 'maxOccurs'].every((name) => Number(valueOf(one, name) ?? '1') === 1));
  if (uses.length > 1 || !once)
    throw new SchemaError(
      describe(source),
      source.place,
      'a redefined group may hold itself once, and occurring once (part 1, 4.2.2)',
    );
};

const within = (source: Source): readonly Source[] => source.children.flatMap((child) => [child, ...within(child)]);
