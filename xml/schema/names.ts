import type { Place } from '../place.ts';
import type { QName } from '../qname.ts';
import { SchemaError } from './schema-error.ts';

/** The namespace of XML Schema itself. */
export const xsd = 'http://www.w3.org/2001/XMLSchema';
/** The namespace of `xsi:type` and its siblings. */
export const xsi = 'http://www.w3.org/2001/XMLSchema-instance';
/** The namespace of `xml:lang` and its siblings. */
/** The namespace of `xml:lang` and its siblings, whose prefix is never declared. */
export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** Prefixes in scope; the empty prefix is the default namespace. */
export type Scope = Readonly<Record<string, string>>;

/** Reads a QName with the prefixes in scope; undefined when its prefix is not declared. */
export const qualify = (text: string, scope: Scope): QName | undefined => {
  const [first = '', second] = text.trim().split(':');
  const namespace = namespaceOf(second === undefined ? '' : first, scope);
  return namespace === undefined ? undefined : { namespace, name: second ?? first };
};

const namespaceOf = (prefix: string, scope: Scope): string | undefined => {
  if (prefix === 'xml') return xmlNamespace;
  if (Object.hasOwn(scope, prefix)) return scope[prefix];
  return prefix === '' ? '' : undefined;
};

/** The same, for a place in a schema: an unknown prefix is an error of the schema. */
export const qualifyAt = (text: string, scope: Scope, place: Place): QName => {
  const name = qualify(text, scope);
  if (name === undefined)
    throw new SchemaError(`'${text}'`, place, 'its prefix is not declared; declare it with xmlns');
  return name;
};
