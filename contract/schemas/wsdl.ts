import { attributeOf, elementsOf, type XmlElement } from '#xml/tree';
import type { Operation, Service } from '../contract.ts';
import type { Place } from '#xml/place';
import type { QName } from '#xml/qname';
import { ContractError } from '../folder/contract-error.ts';
import { type Files } from '../folder/file-names.ts';
import { didYouMean } from '../texts/nearest.ts';
import { parseUtf8File } from '../folder/parse-file.ts';
import { type Namespaces, shown } from '../folder/qname.ts';

const wsdl = 'http://schemas.xmlsoap.org/wsdl/';
const soap = 'http://schemas.xmlsoap.org/wsdl/soap/';

/** An element of the WSDL with the prefixes in scope there. */
interface Node {
  readonly element: XmlElement;
  readonly prefixes: Namespaces;
}

/** Throws `ContractError` when the WSDL does not say of an operation what `contract.yaml` says of it. */
export const mustDescribe = (service: Service, bytes: Uint8Array, files: Files): void => {
  const file = service.wsdl;
  const root = parseUtf8File(file, bytes);
  if (root.namespace !== wsdl || root.name !== 'definitions')
    throw new ContractError(
      placeOf(root, file),
      `this is not WSDL 1.1: the root is ${shown(root)}; make it definitions in ${wsdl}`,
    );
  const nodes = descendants({ element: root, prefixes: root.prefixes ?? {} });
  mustFindSchemas(nodes, { file, files });
  mustBeDocumentLiteral(nodes, file);
  for (const operation of [service.deliver, service.alive])
    if (operation !== undefined) mustDescribeOperation(operation, nodes, file);
};

/** The forms of SOAP 1.1 that WS-I leaves out need wrappers and types on the wire, which nothing here writes. */
const mustBeDocumentLiteral = (nodes: readonly Node[], file: string): void => {
  for (const { element } of nodes.filter((one) => one.element.namespace === soap)) {
    if (attributeOf(element, 'style') === 'rpc')
      throw new ContractError(
        placeOf(element, file),
        'the style is rpc, and only document is supported; make it document',
      );
    if (attributeOf(element, 'use') === 'encoded')
      throw new ContractError(
        placeOf(element, file),
        'the use is encoded, and only literal is supported; make it literal',
      );
  }
};

const mustDescribeOperation = (operation: Operation, nodes: readonly Node[], file: string): void => {
  const port = find('portType', operation.name, { nodes, file });
  const binding = find('binding', operation.name, { nodes, file });
  mustHaveAction(binding.element, operation, file);
  mustCarry(port, { nodes, file, name: operation.name }, { input: operation.request, output: operation.response });
};

const find = (parent: string, name: string, { nodes, file }: Omit<Where, 'name'>): Node => {
  const parents = nodes.filter(({ element }) => element.namespace === wsdl && element.name === parent);
  const operations = parents
    .flatMap(childrenOf)
    .filter(({ element }) => element.namespace === wsdl && element.name === 'operation');
  const found = operations.find(({ element }) => attributeOf(element, 'name') === name);
  if (found !== undefined) return found;
  const names = operations.map(({ element }) => attributeOf(element, 'name') ?? '');
  const near = didYouMean(name, names) || '; add it, or correct contract.yaml';
  const line = (parents[0] ?? nodes[0])?.element.line ?? 0;
  throw new ContractError({ file, line }, `no ${parent} has the operation "${name}" of contract.yaml${near}`);
};

const mustHaveAction = (binding: XmlElement, { name, action }: Operation, file: string): void => {
  const detail = elementsOf(binding).find((child) => child.namespace === soap && child.name === 'operation');
  const said = detail === undefined ? undefined : attributeOf(detail, 'soapAction');
  if (said === action) return;
  throw new ContractError(
    placeOf(detail ?? binding, file),
    `operation ${name} has ${said === undefined ? 'no soapAction' : `soapAction "${said}"`}, contract.yaml says "${action}"; make them equal`,
  );
};

interface Where {
  readonly nodes: readonly Node[];
  readonly file: string;
  readonly name: string;
}

const mustCarry = (port: Node, where: Where, wanted: { readonly input: QName; readonly output: QName }): void => {
  for (const direction of ['input', 'output'] as const) {
    const part = partOf(port, direction, where);
    const carried = part === undefined ? undefined : resolve(attributeOf(part.element, 'element') ?? '', part.prefixes);
    if (carried !== undefined && shown(carried) === shown(wanted[direction])) continue;
    throw new ContractError(
      placeOf((part ?? port).element, where.file),
      `the ${direction} of ${where.name} carries ${carried === undefined ? 'no element' : shown(carried)}, ` +
        `contract.yaml says ${shown(wanted[direction])}; make them equal`,
    );
  }
};

/** The part of the message that an operation's input or output refers to. */
const partOf = (port: Node, direction: string, { nodes }: Where): Node | undefined => {
  const child = childrenOf(port).find(({ element }) => element.namespace === wsdl && element.name === direction);
  const name = child === undefined ? undefined : attributeOf(child.element, 'message');
  const local = name?.replace(/^.*:/, '');
  const message = nodes.find(({ element }) => element.name === 'message' && attributeOf(element, 'name') === local);
  return message === undefined ? undefined : childrenOf(message).find(({ element }) => element.name === 'part');
};

/** A schema that the WSDL imports by a relative name must be in the folder. */
const mustFindSchemas = (nodes: readonly Node[], { file, files }: { file: string; files: Files }): void => {
  for (const { element } of nodes) {
    const location = attributeOf(element, 'schemaLocation');
    if (location === undefined || /^[a-z][a-z0-9+.-]*:/i.test(location) || files.has(location)) continue;
    const near = didYouMean(location, [...files.keys()]) || '; add the file, or correct the name';
    throw new ContractError(placeOf(element, file), `there is no file "${location}" in the folder${near}`);
  }
};

const resolve = (name: string, prefixes: Namespaces): QName => {
  const [prefix = '', local] = name.split(':');
  return local === undefined
    ? { namespace: prefixes[''] ?? '', name }
    : { namespace: prefixes[prefix] ?? '', name: local };
};

const childrenOf = ({ element, prefixes }: Node): readonly Node[] =>
  elementsOf(element).map((child) => ({ element: child, prefixes: { ...prefixes, ...child.prefixes } }));

const descendants = (node: Node): readonly Node[] => [node, ...childrenOf(node).flatMap(descendants)];

const placeOf = (element: XmlElement, file: string): Place => ({ file, line: element.line ?? 0 });
