import { isPacked, isText } from '#contract/roles/decodings';
import type { Contract } from '#contract/contract';
import { type OpenDocument, OpenElement, type Opener, type OpenNode } from '#xml/document';
import { toTree } from '#xml/parse';
import { xsi } from '#xml/schema/names';
import type { XmlElement } from '#xml/tree';
import { isNodes, stringOf, type XPath } from '#xml/xpath';
import type { JudgementContext } from '../finding.ts';
import { childFinder, type FindChildren } from './child-path.ts';
import type { CompiledPayload, CompiledRole } from './compile-roles.ts';
import { contextElement } from './context-element.ts';
import { decodeDate, decodeGml, decodePositions, decodeWellKnownText, failed } from './decode-text.ts';
import { type PayloadFile, readFilePayload, readXmlPayload, readZipPayload } from './payload.ts';
import { type Decoded, viewElement } from './view-element.ts';

/** Where in the message an element of the view comes from; `inside` when that is a payload. */
export interface Origin {
  readonly node: OpenNode;
  readonly inside: OpenPayload | undefined;
}

/** A document found in a payload, open as long as the judgement. */
export interface OpenPayload {
  readonly payload: CompiledPayload;
  readonly root: OpenElement;
  readonly holder: Origin;
  /** Name in the zip; empty when the payload is the document itself. */
  readonly file: string;
}

/** A judged view with what is needed to find its parts back in the message. */
export interface View {
  readonly tree: XmlElement;
  readonly origins: ReadonlyMap<XmlElement, Origin>;
  readonly payloads: readonly OpenPayload[];
}

/** What a view is built from. */
export interface ViewSource {
  readonly contract: Contract;
  readonly roles: readonly CompiledRole[];
  readonly request: OpenElement;
  readonly context: JudgementContext;
  readonly open: Opener;
}

/** Builds the judged view of a request. Throws `XmlGaveUp` or `XPathError` when the library can't read a payload or run a role. */
export const buildView = (source: ViewSource): View => {
  const scope: Scope = { ...source, findChildren: childFinder(), origins: new Map(), payloads: [] };
  const origin: Origin = { node: source.request, inside: undefined };
  const delivery = viewElement('levering', {}, childrenOf(source.roles, origin, scope));
  scope.origins.set(delivery, origin);
  const tree = viewElement('beeld', {}, [contextElement(source.context), delivery]);
  return { tree, origins: scope.origins, payloads: scope.payloads };
};

interface Scope extends ViewSource {
  readonly findChildren: FindChildren;
  readonly origins: Map<XmlElement, Origin>;
  readonly payloads: OpenPayload[];
}

const childrenOf = (roles: readonly CompiledRole[], parent: Origin, scope: Scope): readonly XmlElement[] =>
  roles.flatMap((role) => roleElements(role, parent, scope));

const roleElements = (role: CompiledRole, parent: Origin, scope: Scope): readonly XmlElement[] => {
  const value =
    role.children === undefined ? role.xpath.evaluate(parent.node) : scope.findChildren(parent.node, role.children);
  if (isNodes(value))
    return value
      .filter((node) => !isNil(node))
      .map((node) => roleElement(role, { node, inside: parent.inside }, { scope, parent }));
  const text = role.meaning(stringOf(value));
  return text === '' ? [] : [located(viewElement(role.name, { waarde: text }, [text]), parent, scope)];
};

/** What says of itself that it is not filled in is not there. */
const isNil = (node: OpenNode): boolean =>
  node instanceof OpenElement &&
  node.firstChild === null &&
  node.attrs.some(
    ({ name, namespaceUri, value }) => name === 'nil' && namespaceUri === xsi && ['true', '1'].includes(value.trim()),
  );

interface Around {
  readonly scope: Scope;
  readonly parent: Origin;
}

const roleElement = (role: CompiledRole, origin: Origin, { scope, parent }: Around): XmlElement => {
  const packed = isPacked(role);
  const text = packed ? origin.node.content : role.meaning(origin.node.content);
  const decoded = decode({ role, text, origin, parent }, scope);
  const children = [
    ...childrenOf(role.roles, origin, scope),
    ...role.lists
      .filter(([, holds]) => holds(text, scope.context.today))
      .map(([name]) => viewElement('lijst', {}, [name])),
    ...decoded.children,
  ];
  const attributes = isText(role) ? { waarde: text, ...decoded.attributes } : decoded.attributes;
  const leaf = children.length === 0 && isText(role) && text !== '';
  return located(viewElement(role.name, attributes, leaf ? [text] : children), origin, scope);
};

const located = (made: XmlElement, origin: Origin, scope: Scope): XmlElement => {
  scope.origins.set(made, origin);
  return made;
};

interface Found {
  readonly role: CompiledRole;
  readonly text: string;
  readonly origin: Origin;
  readonly parent: Origin;
}

const decode = (found: Found, scope: Scope): Decoded => {
  switch (found.role.decode) {
    case 'date':
      return decodeDate(found.text, scope.contract.decreeDays);
    case 'wkt':
      return decodeWellKnownText(found.text);
    case 'positions':
      return decodePositions(found.text);
    case 'gml':
      return found.origin.node instanceof OpenElement ? decodeGml(toTree(found.origin.node)) : nothing;
    case 'xml':
      return decodeXml(found, scope);
    case 'zip':
      return decodeZip(found, scope);
    case 'file':
      return decodeFile(found, scope);
    case undefined:
      return nothing;
  }
};

const nothing: Decoded = { attributes: {}, children: [] };

const decodeXml = ({ role, text, origin }: Found, scope: Scope): Decoded => {
  const document = readXmlPayload(text, scope.open, scope.contract);
  if (typeof document === 'string') return failed(document);
  return { attributes: {}, children: payloadElements({ role, document, holder: origin, file: '' }, scope) };
};

const decodeFile = ({ role, text, origin, parent }: Found, scope: Scope): Decoded => {
  const said = (xpath: XPath | undefined): string => (xpath === undefined ? '' : textBeside(xpath, parent.node));
  const file = readFilePayload(
    { text, name: said(role.beside.name), mediaType: said(role.beside.mediaType) },
    scope.open,
    scope.contract,
  );
  return typeof file === 'string'
    ? failed(file)
    : { attributes: {}, children: [fileElement(file, { role, origin, isAlone: true }, scope)] };
};

const textBeside = (xpath: XPath, around: OpenNode): string => {
  const value = xpath.evaluate(around);
  return (isNodes(value) ? (value[0]?.content ?? '') : stringOf(value)).trim();
};

const decodeZip = ({ role, text, origin }: Found, scope: Scope): Decoded => {
  const files = readZipPayload(text, scope.open, scope.contract);
  if (typeof files === 'string') return failed(files);
  return { attributes: {}, children: files.map((file) => fileElement(file, { role, origin, isAlone: false }, scope)) };
};

interface Held extends Pick<Found, 'role' | 'origin'> {
  /** Whether it is all that the payload is. */
  readonly isAlone: boolean;
}

const fileElement = (file: PayloadFile, { role, origin, isAlone }: Held, scope: Scope): XmlElement => {
  const { name, kind, size, content } = file;
  const fault = typeof content === 'string' ? content : undefined;
  const children =
    typeof content === 'object'
      ? payloadElements({ role, document: content, holder: origin, file: isAlone ? '' : name }, scope)
      : [];
  return viewElement('bestand', { naam: writable(name), soort: kind, grootte: size, fout: fault }, children);
};

interface Opened {
  readonly role: CompiledRole;
  readonly document: OpenDocument;
  readonly holder: Origin;
  readonly file: string;
}

const payloadElements = ({ role, document, holder, file }: Opened, scope: Scope): readonly XmlElement[] => {
  if (role.payload === undefined) return [];
  const opened: OpenPayload = { payload: role.payload, root: document.root, holder, file };
  scope.payloads.push(opened);
  return childrenOf(role.payload.roles, { node: opened.root, inside: opened }, scope);
};

/** A name in a zip may hold what XML can't. */
const writable = (name: string): string =>
  name.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
