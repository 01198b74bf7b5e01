import type { FacetValue, SchemaModel, SimpleType, ValueConstraint } from '#xml/schema/model';
import { qualify, xmlNamespace, type Scope } from '#xml/schema/names';
import { allComponents, type Node } from '#xml/schema/walk';
import { facetsOf } from './check.ts';
import { holdsNames } from './holds-names.ts';
import { wordsOf } from './words.ts';

/** The prefixes that documents of a schema write names with: each means one namespace, whatever it means in parts of the schema. */
export interface PrefixTable {
  /** Undefined for a prefix that the table leaves free. */
  readonly namespaceOf: (prefix: string) => string | undefined;
  /** The first prefix of a namespace. */
  readonly prefixOf: (namespace: string) => string | undefined;
}

/** A name, or a list of them, with the prefixes in scope where the schema states it. */
export type Stated = Pick<FacetValue, 'text' | 'prefixes'>;

const tables = new WeakMap<SchemaModel, PrefixTable>();

/** The prefixes for the values that a schema fixes and lists; worked out once. */
export const prefixTableOf = (model: SchemaModel): PrefixTable => {
  const known = tables.get(model) ?? prefixTable([...allComponents(model)].flatMap(statedBy));
  tables.set(model, known);
  return known;
};

/** A table for some values: prefixes stay as they are stated where they can, and a namespace without one gets one. */
const prefixTable = (stated: readonly Stated[]): PrefixTable => {
  const namespaces = new Map<string, string>([['xml', xmlNamespace]]);
  const prefixes = new Map<string, string>([[xmlNamespace, 'xml']]);
  const bind = (prefix: string, namespace: string): void => {
    if (!namespaces.has(prefix)) namespaces.set(prefix, namespace);
    if (namespaces.get(prefix) === namespace && !prefixes.has(namespace)) prefixes.set(namespace, prefix);
  };
  const names = stated.flatMap(namesIn);
  for (const { prefix, namespace } of names) if (prefix !== '') bind(prefix, namespace);
  for (const { namespace, scope } of names) {
    for (const [prefix, one] of Object.entries(scope)) if (prefix !== '' && one === namespace) bind(prefix, namespace);
    if (!prefixes.has(namespace)) bind(unbound('q', namespaces), namespace);
  }
  return { namespaceOf: (prefix) => namespaces.get(prefix), prefixOf: (namespace) => prefixes.get(namespace) };
};

/** The prefix, or one like it that means nothing yet. */
const unbound = (wanted: string, namespaces: ReadonlyMap<string, string>): string => {
  let prefix = wanted;
  for (let count = 1; namespaces.has(prefix); count += 1) prefix = `${wanted}${String(count)}`;
  return prefix;
};

interface StatedName {
  readonly prefix: string;
  readonly namespace: string;
  readonly scope: Scope;
}

const namesIn = ({ text, prefixes }: Stated): readonly StatedName[] =>
  wordsOf(text.replace(/[\t\n\r]/g, ' ')).flatMap((word) => {
    const namespace = qualify(word, prefixes)?.namespace ?? '';
    const prefix = word.includes(':') ? (word.split(':')[0] ?? '') : '';
    return namespace === '' ? [] : [{ prefix, namespace, scope: prefixes }];
  });

/** The values that a component fixes or lists. */
const statedBy = (node: Node): readonly Stated[] => {
  switch (node.kind) {
    case 'simple':
      return listedBy(node);
    case 'attribute':
      return [...listedBy(node.type), ...valueOf(node.type, node.value)];
    case 'use':
      return valueOf(node.declaration.type, node.value);
    case 'element': {
      const type = node.type.kind === 'simple' ? node.type : node.type.simple;
      return type === undefined ? [] : [...listedBy(type), ...valueOf(type, node.value)];
    }
    default:
      return [];
  }
};

const listedBy = (type: SimpleType): readonly Stated[] =>
  holdsNames(type) ? facetsOf(type).flatMap(({ kind, values }) => (kind === 'enumeration' ? values : [])) : [];

const valueOf = (type: SimpleType, value: ValueConstraint | undefined): readonly Stated[] =>
  value !== undefined && holdsNames(type) ? [{ text: value.value, prefixes: value.prefixes }] : [];
