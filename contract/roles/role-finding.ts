import { OpenElement, type OpenNode, withDocument } from '#xml/document';
import { XmlError, type XmlMessage } from '#xml/xml-error';
import { compileXPath, isNodes, stringOf, type XPathValue } from '#xml/xpath';
import type { PayloadXml, Role } from '../contract.ts';
import type { QName } from '#xml/qname';
import { ContractError } from '../folder/contract-error.ts';
import { oneLine } from '../folder/parse-file.ts';
import { payloadDocuments, type PayloadDocument } from './payload.ts';
import { type Namespaces, shown } from '../folder/qname.ts';

/** How the roles of an example are looked at. */
export interface Sight {
  readonly namespaces: Namespaces;
  readonly validateRequest: (request: OpenElement) => readonly XmlMessage[];
  readonly validatePayload: (schema: string, root: OpenElement) => readonly XmlMessage[];
}

/** A role that something was found for. */
export interface FoundRole {
  readonly role: Role;
  readonly text: string;
  readonly line: number;
  /** Names of the elements from the root of the document to the node, and of the attribute when it is one. */
  readonly path: readonly QName[];
  readonly attribute: QName | undefined;
}

type Look = Sight & { readonly file: string };

/** Everything that roles find at a node, payloads opened; throws `ContractError` for a payload that is not what its role says. */
export const findRoles = (context: OpenNode, roles: readonly Role[], look: Look): readonly FoundRole[] =>
  roles.flatMap((role) => {
    const value = evaluate(role.at, context, look.namespaces);
    if (isNodes(value)) return value.flatMap((node) => [found(role, node), ...below(role, node, look)]);
    const text = stringOf(value);
    return text === '' ? [] : [{ ...found(role, context), text }];
  });

const evaluate = (source: string, context: OpenNode, namespaces: Namespaces): XPathValue => {
  const xpath = compileXPath(source, namespaces);
  try {
    return xpath.evaluate(context);
  } finally {
    xpath.dispose();
  }
};

const found = (role: Role, node: OpenNode): FoundRole => {
  const isElement = node instanceof OpenElement;
  const holder = isElement ? node : node.parent;
  return {
    role,
    text: node.content,
    line: holder?.line ?? 0,
    path: namesTo(holder),
    attribute: isElement ? undefined : nameOf(node),
  };
};

const below = (role: Role, node: OpenNode, look: Look): readonly FoundRole[] => [
  ...findRoles(node, role.roles, look),
  ...inPayload(role, node, look),
];

const inPayload = ({ name, decode, payload }: Role, node: OpenNode, look: Look): readonly FoundRole[] => {
  if (decode === undefined || payload === undefined) return [];
  return opened(() => payloadDocuments(node.content, decode), node, look).flatMap((document) => {
    const what = `${document.name} in role ${name}`;
    return opened(() => fromPayload(document, payload, { look, what, line: node.line }), node, look);
  });
};

/** Turns what a payload library throws into the error of the example. */
const opened = <Result>(open: () => Result, node: OpenNode, look: Look): Result => {
  try {
    return open();
  } catch (error) {
    if (error instanceof ContractError) throw error;
    const reason = error instanceof XmlError ? `it is not well-formed, ${error.message}` : messageOf(error);
    throw new ContractError(
      { file: look.file, line: node.line },
      `a payload can't be read: ${reason}; correct it`,
      error,
    );
  }
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

interface Where {
  readonly look: Look;
  readonly what: string;
  readonly line: number;
}

const fromPayload = (document: PayloadDocument, payload: PayloadXml, where: Where): readonly FoundRole[] =>
  withDocument(document.bytes, ({ root }) => {
    const { look, what, line } = where;
    const place = { file: look.file, line };
    if (shown(nameOf(root)) !== shown(payload.root))
      throw new ContractError(
        place,
        `the root of ${what} is ${root.name}, not ${shown(payload.root)}; make them equal`,
      );
    const [first] = look.validatePayload(payload.schema, root);
    if (first === undefined) return findRoles(root, payload.roles, look);
    throw new ContractError(
      place,
      `${what} is not valid, line ${String(first.line)}: ${oneLine(first.message)}; correct it`,
    );
  });

const namesTo = (node: OpenNode | null): readonly QName[] =>
  node instanceof OpenElement ? [...namesTo(node.parent), nameOf(node)] : [];

const nameOf = (node: OpenNode): QName =>
  'name' in node && 'namespaceUri' in node
    ? { name: String(node.name), namespace: String(node.namespaceUri) }
    : { name: '', namespace: '' };
