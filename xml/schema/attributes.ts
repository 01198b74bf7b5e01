import type { AttributeDeclaration, AttributeUse, ProhibitedAttribute, ValueConstraint, Wildcard } from './model.ts';
import type { QName } from '../qname.ts';
import { constraintId } from './model.ts';
import { keyOf } from '../qname.ts';
import { anySimpleType } from './builtin-types.ts';
import {
  childOf,
  childrenOf,
  describe,
  identify,
  referenceOf,
  valueOf,
  type AttributeSet,
  type Reading,
} from './reading.ts';
import { SchemaError } from './schema-error.ts';
import { simpleTypeAt } from './simple-types.ts';
import type { Source } from './source.ts';
import { intersect, readWildcard } from './wildcards.ts';

/** Reads `xs:attribute` as a declaration (part 1, 3.2). */
export const readAttribute = (source: Source, reading: Reading): AttributeDeclaration => {
  const inline = childOf(source, 'simpleType');
  const named = valueOf(source, 'type') === undefined ? anySimpleType : undefined;
  return {
    ...identify(source),
    kind: 'attribute',
    name: attributeName(source),
    global: source.global,
    type: inline === undefined ? (named ?? simpleTypeAt(source, 'type', reading)) : reading.simpleType(inline),
    value: readValue(source),
    prefixes: source.scope,
  };
};

const attributeName = (source: Source): QName => {
  const name = valueOf(source, 'name');
  if (name === undefined) throw new SchemaError('xs:attribute', source.place, "it has no 'name' or 'ref'");
  return { namespace: qualifies(source, 'attribute') ? source.document.targetNamespace : '', name };
};

/** Is a declaration in the target namespace: global, or by `form` or its default. */
export const qualifies = (source: Source, kind: 'attribute' | 'element'): boolean => {
  if (source.global) return true;
  const form = valueOf(source, 'form') ?? schemaValue(source, `${kind}FormDefault`);
  return form === 'qualified';
};

const schemaValue = (source: Source, name: string): string | undefined =>
  source.document.root.attributes.find((one) => one.name === name && one.namespace === '')?.value.trim();

/** Reads `default` or `fixed`. */
export const readValue = (source: Source): ValueConstraint | undefined => {
  const fixed = rawValue(source, 'fixed');
  if (fixed !== undefined) return { kind: 'fixed', value: fixed, prefixes: source.scope };
  const value = rawValue(source, 'default');
  return value === undefined ? undefined : { kind: 'default', value, prefixes: source.scope };
};

const rawValue = (source: Source, name: string): string | undefined =>
  source.element.attributes.find((one) => one.name === name && one.namespace === '')?.value;

/** More attributes than this, groups written out, are taken for an attack. */
const mostUses = 10_000;

/** Reads the attributes that a type, derivation step or attribute group states itself, groups resolved. */
export const readAttributeSet = (source: Source, reading: Reading): AttributeSet => {
  const own = childrenOf(source, 'attribute');
  const groups = childrenOf(source, 'attributeGroup').map((group) => reading.attributeGroup(groupOf(group, reading)));
  const wildcard = childOf(source, 'anyAttribute');
  const any = wildcard === undefined ? undefined : readWildcard(wildcard, constraintId(wildcard, 'anyAttribute'));
  const used = own.filter((one) => valueOf(one, 'use') !== 'prohibited');
  const written = groups.reduce((sum, group) => sum + group.written, own.length + 1);
  if (written > mostUses)
    throw new SchemaError(describe(source), source.place, `it has more than ${String(mostUses)} attributes`);
  return {
    written,
    uses: unrepeated([...used.map((one) => readUse(one, reading)), ...usesOf(groups)], source),
    prohibited: [
      ...own.filter((one) => !used.includes(one)).map(readProhibited),
      ...groups.flatMap((group) => group.prohibited),
    ],
    any: groups.reduce<Wildcard | undefined>((all, group) => bothWildcards(all, group.any, source), any),
  };
};

/** What a group brings by two ways is one use (part 1, 3.4.2: a union of sets). */
const usesOf = (groups: readonly AttributeSet[]): readonly AttributeUse[] => [
  ...new Set(groups.flatMap((group) => group.uses)),
];

const groupOf = (source: Source, reading: Reading): Source => {
  const reference = referenceOf(source, 'ref');
  if (reference === undefined) throw new SchemaError('xs:attributeGroup', source.place, "it has no 'ref'");
  return reading.find('attributeGroup', reference, source);
};

const readUse = (source: Source, reading: Reading): AttributeUse => {
  const reference = referenceOf(source, 'ref');
  const declaration = reading.attribute(
    reference === undefined ? source : reading.find('attribute', reference, source),
  );
  return {
    ...identify(source),
    kind: 'use',
    required: valueOf(source, 'use') === 'required',
    declaration,
    value: readValue(source) ?? declaration.value,
  };
};

const readProhibited = (source: Source): ProhibitedAttribute => ({
  ...identify(source),
  id: constraintId(source, 'use'),
  name: referenceOf(source, 'ref') ?? attributeName(source),
});

const unrepeated = (uses: readonly AttributeUse[], source: Source): readonly AttributeUse[] => {
  const seen = new Set<string>();
  for (const { declaration } of uses) {
    const key = keyOf(declaration.name);
    if (seen.has(key)) throw new SchemaError(describe(source), source.place, `attribute '${key}' stands in it twice`);
    seen.add(key);
  }
  return uses;
};

/** The complete wildcard (part 1, 3.4.2): what all of them take, with the first one's processContents. */
const bothWildcards = (one: Wildcard | undefined, other: Wildcard | undefined, at: Source): Wildcard | undefined => {
  if (one === undefined || other === undefined) return one ?? other;
  const namespaces = intersect(one.namespaces, other.namespaces);
  if (namespaces === undefined)
    throw new SchemaError('xs:anyAttribute', at.place, 'the wildcards of its groups can not be joined');
  return { ...one, namespaces };
};
