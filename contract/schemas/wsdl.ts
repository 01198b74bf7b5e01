import { posix } from 'node:path';
import type { SchemaModel } from '#xml/schema/model';
import { attributeOf } from '#xml/tree';
import type { Operation, Service } from '../contract.ts';
import { deliveriesOf } from '../deliveries.ts';
import { ContractError } from '../folder/contract-error.ts';
import { bytesOf, type Files } from '../folder/file-names.ts';
import { didYouMean } from '../texts/nearest.ts';
import { parseFile, parseUtf8File } from '../folder/parse-file.ts';
import { shown } from '../folder/qname.ts';
import { namespaces } from '../wsdl/names.ts';
import { childrenNamed, childrenOf, descendants, type Node, placeOf, rootNode, valueAt } from '../wsdl/nodes.ts';
import type { WsdlDocument } from '../wsdl/components.ts';
import { mustBeWsdl, readWsdl } from '../wsdl/read-wsdl.ts';
import { unsupportedIn } from '../wsdl/unsupported.ts';
import { mustAgree } from './wsdl-types.ts';
import type { Port, PortOperation, Wsdl } from '../wsdl/wsdl.ts';

/** A WSDL of a folder. */
export interface WsdlSource {
  readonly bytes: Uint8Array;
  readonly files: Files;
  /** The schema of the messages. */
  readonly model: SchemaModel;
}

/**
 * Throws `ContractError` when the WSDL does not say of an operation what `contract.yaml` says of it, or demands what can't be done;
 * gives the names of other operations that it has beside that for deliveries.
 */
export const mustDescribe = (service: Service, { bytes, files, model }: WsdlSource): readonly string[] => {
  const file = service.wsdl;
  const first = { file, root: parseUtf8File(file, bytes) };
  mustBeWsdl(rootNode(file, first.root));
  const documents = [first, ...importedBy(first, files, [file])] as const;
  const nodes = documents.flatMap(({ file: name, root }) => descendants(rootNode(name, root)));
  mustFindSchemas(nodes, files);
  const wsdl = readWsdl(documents);
  const deliveries = deliveriesOf(service);
  for (const operation of [...deliveries, ...(service.alive === undefined ? [] : [service.alive])]) {
    const offer = offerOf(wsdl, operation);
    mustBeSupported(offer, service);
    mustDescribeOperation(operation, nodes, offer?.operation);
  }
  mustAgree(wsdl.schemas, {
    model,
    files,
    elements: deliveries.flatMap(({ request, response }) => [request, response]),
  });
  const own = new Set([...deliveries.map(({ name }) => name), service.alive?.name]);
  const { port } = offerOf(wsdl, service.deliver) ?? {};
  return port?.operations.flatMap(({ name }) => (own.has(name) ? [] : [name])) ?? [];
};

/** The documents that `wsdl:import` brings in, from the folder. */
const importedBy = ({ file, root }: WsdlDocument, files: Files, around: readonly string[]): readonly WsdlDocument[] =>
  childrenNamed(rootNode(file, root), namespaces.wsdl, 'import').flatMap((node) => {
    const location = valueAt(node, 'location');
    if (location === undefined || isAddress(location)) return [];
    const name = posix.join(posix.dirname(file), location);
    if (around.includes(name))
      throw new ContractError(placeOf(node), `the imports go round by "${location}"; take one of them out`);
    const imported = { file: name, root: parseFile(name, bytesOf(name, files, placeOf(node))) };
    return imported.root.namespace === namespaces.wsdl
      ? [imported, ...importedBy(imported, files, [...around, name])]
      : [];
  });

const isAddress = (location: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(location);

interface Offer {
  readonly port: Port;
  readonly operation: PortOperation;
}

/** The operation as a port of SOAP 1.1 has it, else as any has. */
const offerOf = (wsdl: Wsdl, { name }: Operation): Offer | undefined => {
  const offers = wsdl.ports.flatMap((port) =>
    port.operations.filter((one) => one.name === name).map((operation) => ({ port, operation })),
  );
  return offers.find(({ port }) => port.protocol === 'SOAP 1.1') ?? offers[0];
};

const mustBeSupported = (offer: Offer | undefined, { headers }: Service): void => {
  const filled = headers.map(({ element }) => element);
  const found = offer && unsupportedIn(offer.port, offer.operation, filled);
  if (found === undefined) return;
  throw new ContractError(found.place, `${found.reason}; ${found.remedy ?? 'give a WSDL that asks for less'}`);
};

const mustDescribeOperation = (
  operation: Operation,
  nodes: readonly Node[],
  offer: PortOperation | undefined,
): void => {
  const port = find('portType', operation.name, nodes);
  const binding = find('binding', operation.name, nodes);
  mustHaveAction(binding, operation);
  mustCarry(port, operation, offer);
};

const find = (parent: string, name: string, nodes: readonly Node[]): Node => {
  const all = nodes.filter(({ element }) => element.namespace === namespaces.wsdl && element.name === parent);
  // A binding to another version of SOAP says nothing of this one.
  const own = all.filter((node) => childrenNamed(node, namespaces.soap, 'binding').length > 0);
  const parents = own.length > 0 ? own : all;
  const operations = parents
    .flatMap(childrenOf)
    .filter(({ element }) => element.namespace === namespaces.wsdl && element.name === 'operation');
  const found = operations.find(({ element }) => attributeOf(element, 'name') === name);
  if (found !== undefined) return found;
  const names = operations.map(({ element }) => attributeOf(element, 'name') ?? '');
  const near = didYouMean(name, names) || '; add it, or correct contract.yaml';
  const at = parents[0] ?? nodes[0];
  throw new ContractError(at && placeOf(at), `no ${parent} has the operation "${name}" of contract.yaml${near}`);
};

const mustHaveAction = (binding: Node, { name, action }: Operation): void => {
  const [detail] = childrenNamed(binding, namespaces.soap, 'operation');
  const said = detail && valueAt(detail, 'soapAction');
  if ((said ?? '') === action) return;
  throw new ContractError(
    placeOf(detail ?? binding),
    `operation ${name} has ${said === undefined ? 'no soapAction' : `soapAction "${said}"`}, contract.yaml says "${action}"; make them equal`,
  );
};

const mustCarry = (port: Node, { name, request, response }: Operation, offer: PortOperation | undefined): void => {
  const wanted = { input: request, output: response };
  for (const direction of ['input', 'output'] as const) {
    const part = offer?.[direction]?.parts[0];
    const carried = part?.element;
    if (carried !== undefined && shown(carried) === shown(wanted[direction])) continue;
    throw new ContractError(
      part?.place ?? placeOf(port),
      `the ${direction} of ${name} carries ${carried === undefined ? 'no element' : shown(carried)}, ` +
        `contract.yaml says ${shown(wanted[direction])}; make them equal`,
    );
  }
};

/** A schema that the WSDL imports by a relative name must be in the folder. */
const mustFindSchemas = (nodes: readonly Node[], files: Files): void => {
  for (const node of nodes) {
    const location = valueAt(node, 'schemaLocation');
    if (location === undefined || isAddress(location) || files.has(posix.join(posix.dirname(node.file), location)))
      continue;
    const near = didYouMean(location, [...files.keys()]) || '; add the file, or correct the name';
    throw new ContractError(placeOf(node), `there is no file "${location}" in the folder${near}`);
  }
};
