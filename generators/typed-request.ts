import { posix } from 'node:path';
import fc from 'fast-check';
import { xsi } from '#xml/schema/names';
import type { Type } from '#xml/schema/model';
import type { XmlAttribute, XmlElement, XmlNode } from '#xml/tree';
import { rewriteMessage } from '#documents/variant/rewriting';
import { sitesOf } from '#documents/violation/sites';
import type { Generation } from './generation.ts';
import type { Transfer } from './transfer.ts';

/**
 * A request whose elements say what type they are declared with, and where the schema is (XML Schema part 1, 2.6): a type is derived
 * from itself, and the place is a hint.
 */
export const typedRequest = (usual: Transfer, { contract, workshop }: Generation): fc.Arbitrary<Transfer> => {
  const model = workshop.modelOf(contract.schemas.message);
  const inRequest = (request: XmlElement): XmlElement => {
    const types = new Map(sitesOf(model, request).map(({ node, type }) => [node, type]));
    const { namespace } = request;
    const place = attribute('schemaLocation', `${namespace} ${posix.basename(contract.schemas.message)}`);
    const { attributes, ...rest } = typed(request, (node) => typeIn(namespace, types.get(node)));
    return { ...rest, attributes: [...attributes, place], prefixes: { ...rest.prefixes, [prefix]: namespace } };
  };
  return fc.constant({
    ...rewriteMessage(usual, (message) => ({ ...message, style: () => named(message) })),
    inRequest,
  });
};

const prefix = 'typen';

const attribute = (name: string, value: string): XmlAttribute => ({ namespace: xsi, name, value });

/** The name of a type that the namespace has one for. */
const typeIn = (namespace: string, type: Type | undefined): string | undefined =>
  type?.name?.namespace === namespace ? type.name.name : undefined;

const typed = (node: XmlElement, nameOf: (node: XmlElement) => string | undefined): XmlElement => {
  const name = nameOf(node);
  const children = node.children.map((child): XmlNode => (typeof child === 'string' ? child : typed(child, nameOf)));
  const isTold = node.attributes.some((one) => one.namespace === xsi && one.name === 'type');
  const attributes = name === undefined || isTold ? [] : [attribute('type', `${prefix}:${name}`)];
  return { ...node, children, attributes: [...node.attributes, ...attributes] };
};

/** Everybody calls it xsi, and some look for that. */
const named = (message: Transfer['message']): ReturnType<Transfer['message']['style']> => {
  const style = message.style();
  return { ...style, prefixOf: (namespace) => (namespace === xsi ? 'xsi' : style.prefixOf(namespace)) };
};
