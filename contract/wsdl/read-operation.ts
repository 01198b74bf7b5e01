import type { QName } from '#xml/qname';
import { attributeOf, textOf } from '#xml/tree';
import { namespaces } from './names.ts';
import { childrenNamed, descendants, nameAt, type Node, placeOf, valueAt } from './nodes.ts';
import { policiesOf } from './policies.ts';
import type { Components } from './components.ts';
import type { Body, PortOperation, Said } from './wsdl.ts';

/** An operation of a binding with the one of its portType, and what holds for all of the port. */
export interface Sides {
  readonly bound: Node;
  readonly declared: Node;
  /** The SOAP binding; undefined for another one. */
  readonly soap: Node | undefined;
  readonly policies: readonly Node[];
}

/** Reads one operation of a port. */
export const readOperation = (components: Components, sides: Sides): PortOperation => {
  const { bound, declared, soap } = sides;
  const space = soap?.element.namespace ?? namespaces.soap;
  const [own] = childrenNamed(bound, space, 'operation');
  const all = [...descendants(bound), ...(soap === undefined ? [] : [soap])];
  const [input] = childrenNamed(bound, namespaces.wsdl, 'input');
  const encoded = all.find((node) => valueAt(node, 'use') === 'encoded');
  const multipart = all.find(({ element }) => element.namespace === namespaces.mime);
  const [said] = childrenNamed(declared, namespaces.wsdl, 'documentation');
  return {
    name: valueAt(bound, 'name') ?? '',
    action: own && valueAt(own, 'soapAction'),
    style: styleOf(own, soap, bound),
    encoded: encoded && placeOf(encoded),
    input: bodyOf(components, sides, 'input'),
    output: bodyOf(components, sides, 'output'),
    faults: faultsOf(components, declared),
    headers: input === undefined ? [] : headersOf(components, input, space),
    multipart: multipart && placeOf(multipart),
    policies: policiesFor(components, sides),
    documentation: said === undefined ? '' : textOf(said.element).replace(/\s+/g, ' ').trim(),
    place: placeOf(bound),
  };
};

const styleOf = (own: Node | undefined, soap: Node | undefined, bound: Node): PortOperation['style'] => {
  const said = [own, soap].find((node) => node !== undefined && valueAt(node, 'style') !== undefined);
  return {
    value: said !== undefined && valueAt(said, 'style') === 'rpc' ? 'rpc' : 'document',
    place: placeOf(said ?? bound),
  };
};

const bodyOf = (
  components: Components,
  { bound, declared, soap }: Sides,
  direction: 'input' | 'output',
): Body | undefined => {
  const [side] = childrenNamed(declared, namespaces.wsdl, direction);
  if (side === undefined) return undefined;
  const message = messageOf(components, side);
  const [binding] = childrenNamed(bound, namespaces.wsdl, direction);
  const body = binding && childrenNamed(binding, soap?.element.namespace ?? namespaces.soap, 'body')[0];
  const named = body && valueAt(body, 'parts')?.split(/\s+/);
  const inHeader = binding === undefined ? [] : headerParts(binding, soap?.element.namespace ?? namespaces.soap);
  const parts = message === undefined ? [] : childrenNamed(message, namespaces.wsdl, 'part');
  return {
    parts: parts
      .map((part) => ({ name: valueAt(part, 'name') ?? '', element: nameAt(part, 'element'), place: placeOf(part) }))
      .filter(({ name }) => named?.includes(name) ?? !inHeader.includes(name)),
    place: placeOf(side),
  };
};

const messageOf = (components: Components, node: Node): Node | undefined => {
  const name = nameAt(node, 'message');
  return name && components.find('message', name);
};

/** Parts that travel in the header, and so not in the body. */
const headerParts = (binding: Node, space: string): readonly string[] =>
  childrenNamed(binding, space, 'header').flatMap((header) => valueAt(header, 'part') ?? []);

const faultsOf = (components: Components, declared: Node): readonly QName[] =>
  childrenNamed(declared, namespaces.wsdl, 'fault').flatMap((fault) => {
    const message = messageOf(components, fault);
    const parts = message === undefined ? [] : childrenNamed(message, namespaces.wsdl, 'part');
    return parts.flatMap((part) => nameAt(part, 'element') ?? []);
  });

const headersOf = (components: Components, input: Node, space: string): readonly Said<QName | undefined>[] =>
  childrenNamed(input, space, 'header')
    .filter(({ element }) => attributeOf(element, 'required', namespaces.wsdl) !== 'false')
    .map((header) => {
      const message = messageOf(components, header);
      const parts = message === undefined ? [] : childrenNamed(message, namespaces.wsdl, 'part');
      const part = parts.find((one) => valueAt(one, 'name') === valueAt(header, 'part'));
      return { value: part && nameAt(part, 'element'), place: placeOf(header) };
    });

const policiesFor = (components: Components, { bound, declared, policies }: Sides): readonly Node[] => {
  const inputs = [bound, declared].flatMap((node) => childrenNamed(node, namespaces.wsdl, 'input'));
  return [...policies, ...[bound, declared, ...inputs].flatMap((node) => policiesOf(components.definitions, node))];
};
