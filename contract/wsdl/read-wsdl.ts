import { ContractError } from '../folder/contract-error.ts';
import { shown } from '../folder/qname.ts';
import { type Components, componentsOf, type WsdlDocument } from './components.ts';
import { namespaces } from './names.ts';
import { childrenNamed, nameAt, type Node, placeOf, rootNode, valueAt } from './nodes.ts';
import { policiesOf } from './policies.ts';
import { readOperation } from './read-operation.ts';
import type { Port, Wsdl } from './wsdl.ts';

/** Reads the documents of one WSDL, the first of which begins it; throws `ContractError` for what is no WSDL 1.1. */
export const readWsdl = (documents: readonly [WsdlDocument, ...WsdlDocument[]]): Wsdl => {
  for (const { file, root } of documents) mustBeWsdl(rootNode(file, root));
  const components = componentsOf(documents);
  const { definitions } = components;
  const types = definitions.flatMap((node) => childrenNamed(node, namespaces.wsdl, 'types'));
  return {
    ports: portsOf(components),
    schemas: types.flatMap((node) => childrenNamed(node, namespaces.xsd, 'schema')),
    place: placeOf(rootNode(documents[0].file, documents[0].root)),
  };
};

/** Throws `ContractError` for a document of another kind. */
export const mustBeWsdl = (root: Node): void => {
  const { namespace, name } = root.element;
  if (namespace === namespaces.wsdl && name === 'definitions') return;
  throw new ContractError(
    placeOf(root),
    `this is not WSDL 1.1: the root is ${shown(root.element)}; make it definitions in ${namespaces.wsdl}`,
  );
};

const portsOf = (components: Components): readonly Port[] => {
  const services = components.definitions.flatMap((node) => childrenNamed(node, namespaces.wsdl, 'service'));
  const ports = services.flatMap((service) =>
    childrenNamed(service, namespaces.wsdl, 'port').map((port) =>
      toPort(components, bindingOf(components, port), { service, port }),
    ),
  );
  if (ports.length > 0) return ports;
  return components.definitions
    .flatMap((node) => childrenNamed(node, namespaces.wsdl, 'binding'))
    .map((binding) => toPort(components, binding));
};

const bindingOf = (components: Components, port: Node): Node => {
  const name = nameAt(port, 'binding');
  const found = name && components.find('binding', name);
  if (found !== undefined) return found;
  throw new ContractError(
    placeOf(port),
    `port ${valueAt(port, 'name') ?? ''} names the binding ${name === undefined ? '""' : shown(name)}, which is not there; add it, or correct the name`,
  );
};

interface Ends {
  readonly service: Node;
  readonly port: Node;
}

const toPort = (components: Components, binding: Node, ends?: Ends): Port => {
  const portType = portTypeOf(components, binding);
  const { protocol, soap } = soapOf(binding);
  const around = [...(ends === undefined ? [] : [ends.port]), binding, portType];
  const policies = around.flatMap((node) => policiesOf(components.definitions, node));
  return {
    protocol,
    ...namesOf(binding, ends),
    transport: soap && valueAt(soap, 'transport'),
    address: addressOf(ends, soap),
    portType: valueAt(portType, 'name') ?? '',
    operations: childrenNamed(binding, namespaces.wsdl, 'operation').flatMap((bound) => {
      const declared = childrenNamed(portType, namespaces.wsdl, 'operation').find(isNamedAs(bound));
      return declared === undefined ? [] : [readOperation(components, { bound, declared, soap, policies })];
    }),
    place: placeOf(ends?.port ?? binding),
  };
};

const namesOf = (binding: Node, ends: Ends | undefined): Pick<Port, 'service' | 'name'> => ({
  service: (ends && valueAt(ends.service, 'name')) ?? '',
  name: valueAt(ends?.port ?? binding, 'name') ?? '',
});

const addressOf = (ends: Ends | undefined, soap: Node | undefined): string | undefined => {
  const address = ends && childrenNamed(ends.port, soap?.element.namespace ?? namespaces.soap, 'address')[0];
  return address && valueAt(address, 'location');
};

const isNamedAs =
  (bound: Node) =>
  (declared: Node): boolean =>
    valueAt(declared, 'name') === valueAt(bound, 'name');

const portTypeOf = (components: Components, binding: Node): Node => {
  const name = nameAt(binding, 'type');
  const found = name && components.find('portType', name);
  if (found !== undefined) return found;
  throw new ContractError(
    placeOf(binding),
    `binding ${valueAt(binding, 'name') ?? ''} is of the portType ${name === undefined ? '""' : shown(name)}, which is not there; add it, or correct the name`,
  );
};

const soapOf = (binding: Node): { readonly protocol: Port['protocol']; readonly soap: Node | undefined } => {
  const [soap11] = childrenNamed(binding, namespaces.soap, 'binding');
  if (soap11 !== undefined) return { protocol: 'SOAP 1.1', soap: soap11 };
  const [soap12] = childrenNamed(binding, namespaces.soap12, 'binding');
  return soap12 === undefined ? { protocol: 'other', soap: undefined } : { protocol: 'SOAP 1.2', soap: soap12 };
};
