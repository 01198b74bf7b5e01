import { allows, type NamespaceConstraint, type Wildcard } from './model.ts';
import { identify, valueOf } from './reading.ts';
import { SchemaError } from './schema-error.ts';
import type { Source } from './source.ts';

/** Reads `xs:any` or `xs:anyAttribute` (part 1, 3.10). */
export const readWildcard = (source: Source, id: string): Wildcard => {
  const process = valueOf(source, 'processContents') ?? 'strict';
  if (process !== 'strict' && process !== 'lax' && process !== 'skip')
    throw new SchemaError(`xs:${source.tag}`, source.place, `its processContents is '${process}'`);
  return { ...identify(source), kind: 'any', id, namespaces: readNamespaces(source), process };
};

const readNamespaces = (source: Source): NamespaceConstraint => {
  const text = valueOf(source, 'namespace') ?? '##any';
  const target = source.document.targetNamespace;
  if (text === '##any') return { kind: 'any' };
  if (text === '##other') return { kind: 'not', namespace: target };
  const words = text.split(/\s+/).filter((word) => word !== '');
  return { kind: 'some', namespaces: words.map((word) => namespaceWord(word, target)) };
};

const namespaceWord = (word: string, target: string): string => {
  if (word === '##targetNamespace') return target;
  return word === '##local' ? '' : word;
};

/** What both wildcards take (part 1, 3.10.6); undefined where the standard can't express it. */
export const intersect = (one: NamespaceConstraint, other: NamespaceConstraint): NamespaceConstraint | undefined => {
  if (one.kind === 'any') return other;
  if (other.kind === 'any') return one;
  if (one.kind === 'some') return { kind: 'some', namespaces: one.namespaces.filter((name) => allows(other, name)) };
  if (other.kind === 'some') return intersect(other, one);
  if (one.namespace === other.namespace || other.namespace === '') return one;
  return one.namespace === '' ? other : undefined;
};

/** What either wildcard takes (part 1, 3.10.6); undefined where the standard can't express it. */
export const unite = (one: NamespaceConstraint, other: NamespaceConstraint): NamespaceConstraint | undefined => {
  if (one.kind === 'any' || other.kind === 'any') return { kind: 'any' };
  if (one.kind === 'some' && other.kind === 'some')
    return { kind: 'some', namespaces: [...new Set([...one.namespaces, ...other.namespaces])] };
  if (one.kind === 'not' && other.kind === 'not')
    return one.namespace === other.namespace ? one : { kind: 'not', namespace: '' };
  return one.kind === 'not' && other.kind === 'some'
    ? uniteNegation(one.namespace, other.namespaces)
    : unite(other, one);
};

const uniteNegation = (denied: string, added: readonly string[]): NamespaceConstraint | undefined => {
  const [namesDenied, namesNone] = [added.includes(denied), added.includes('')];
  if (denied === '') return namesNone ? { kind: 'any' } : { kind: 'not', namespace: '' };
  if (namesDenied && namesNone) return { kind: 'any' };
  if (namesDenied) return { kind: 'not', namespace: '' };
  return namesNone ? undefined : { kind: 'not', namespace: denied };
};
