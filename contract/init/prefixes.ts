import { isNCName } from '../folder/qname.ts';
import type { PlaceStep, SchemaPlace } from './places.ts';

/** Gives each namespace a prefix, and writes paths with them. */
export interface Prefixes {
  readonly of: (namespace: string) => string;
  /** The path between two places, or to one from the message itself. */
  readonly path: (place: Pick<SchemaPlace, 'steps'>, from?: readonly PlaceStep[]) => string;
  /** The prefixes that were given. */
  readonly all: () => Readonly<Record<string, string>>;
}

/** Prefixes that are given as they are asked for; `known` has those that are liked for a namespace. */
export const createPrefixes = (known: Readonly<Record<string, string>>): Prefixes => {
  const given = new Map<string, string>();
  const of = (namespace: string): string => {
    const found = given.get(namespace) ?? fresh(namespace, known, [...given.values()]);
    given.set(namespace, found);
    return found;
  };
  const stepText = ({ name, isAttribute }: PlaceStep): string =>
    `${isAttribute ? '@' : ''}${name.namespace === '' ? '' : `${of(name.namespace)}:`}${name.name}`;
  return {
    of,
    path: ({ steps }, from = []) => steps.slice(from.length).map(stepText).join('/') || '.',
    all: () => Object.fromEntries([...given].map(([namespace, prefix]) => [prefix, namespace])),
  };
};

const fresh = (namespace: string, known: Readonly<Record<string, string>>, taken: readonly string[]): string => {
  const liked = Object.entries(known).find(([, one]) => one === namespace)?.[0];
  const words = namespace.split(/[^A-Za-z]+/).filter((word) => word.length > 1 && isNCName(word) && !isReserved(word));
  const wanted = liked ?? words.at(-1)?.toLowerCase().slice(0, 24) ?? 'ns';
  let prefix = wanted;
  const isOther = (one: string): boolean => one !== liked && Object.hasOwn(known, one);
  for (let count = 2; taken.includes(prefix) || isOther(prefix); count += 1) prefix = `${wanted}${String(count)}`;
  return prefix;
};

/** Prefixes that begin so are kept for XML itself (Namespaces in XML 1.0, section 3). */
const isReserved = (word: string): boolean => /^xml/i.test(word);
