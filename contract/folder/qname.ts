import { ncName } from '#xml/ncname';
import type { Place } from '#xml/place';
import type { QName } from '#xml/qname';
import { ContractError } from './contract-error.ts';
import { didYouMean } from '../texts/nearest.ts';

/** Prefixes and the namespaces they stand for. */
export type Namespaces = Readonly<Record<string, string>>;

/** Expands `prefix:name`; a name without prefix is in no namespace. */
export const expand = (text: string, namespaces: Namespaces, place: Place): QName => {
  const parts = text.split(':');
  if (parts.length > 2 || !parts.every(isNCName))
    throw new ContractError(place, `"${text}" is not a name of the form prefix:name; correct it`);
  const [first = '', second] = parts;
  if (second === undefined) return { namespace: '', name: first };
  return { namespace: namespaceOf(first, namespaces, place), name: second };
};

/** The namespace that a prefix stands for. */
const namespaceOf = (prefix: string, namespaces: Namespaces, place: Place): string => {
  const namespace = Object.hasOwn(namespaces, prefix) ? namespaces[prefix] : undefined;
  if (namespace !== undefined) return namespace;
  throw new ContractError(
    place,
    `prefix "${prefix}" is unknown${didYouMean(prefix, Object.keys(namespaces)) || '; declare it under namespaces'}`,
  );
};

/** Is the text an XML name without a colon. */
export const isNCName = (text: string): boolean => whole.test(text);

const whole = new RegExp(`^${ncName}$`, 'u');

/** A name as it is shown to people: `{namespace}name`. */
export const shown = (name: QName): string => (name.namespace === '' ? name.name : `{${name.namespace}}${name.name}`);
