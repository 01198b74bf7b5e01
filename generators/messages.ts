import { soapNamespace } from '#judgement/answer';
import { parseTree } from '#xml/parse';
import { plainStyle, serialize } from '#xml/serialize';
import { type XmlElement, type XmlNode, element } from '#xml/tree';
import { envelope } from './pack.ts';

const encoder = new TextEncoder();

/** The bytes of a message in UTF-8. */
const bytesOf = (tree: XmlElement): Uint8Array => encoder.encode(serialize(tree, plainStyle({ soap: soapNamespace })));

/** A request as a whole message. */
export const messageOf = (request: XmlElement, headers: readonly XmlElement[]): Uint8Array =>
  bytesOf(envelope(request, headers));

const decoder = new TextDecoder();
const soap12Namespace = 'http://www.w3.org/2003/05/soap-envelope';
const ourNamespace = 'urn:3pas-conformance';

/** A message in UTF-8 without a declaration, rewritten as a tree. */
const rewrite = (message: Uint8Array, change: (root: XmlElement) => XmlElement): Uint8Array =>
  bytesOf(change(parseTree(message)));

/** The same message under another root element. */
export const inOtherRoot = (message: Uint8Array): Uint8Array =>
  rewrite(message, (root) => ({ ...root, name: 'Omslag', namespace: ourNamespace }));

/** The same message in an envelope of SOAP 1.2. */
export const inOtherVersion = (message: Uint8Array): Uint8Array =>
  rewrite(message, (root) => ({
    ...root,
    namespace: soap12Namespace,
    children: root.children.map((child) =>
      typeof child === 'string' ? child : { ...child, namespace: soap12Namespace },
    ),
  }));

/** A message with something else in the place of its Body. */
const replacingBody = (root: XmlElement, edit: (body: XmlElement) => readonly XmlElement[]): XmlElement => ({
  ...root,
  children: root.children.flatMap((child): readonly XmlNode[] =>
    typeof child !== 'string' && child.name === 'Body' ? edit(child) : [child],
  ),
});

/** The same message with its request twice in the Body. */
export const withTwoRequests = (message: Uint8Array): Uint8Array =>
  rewrite(message, (root) =>
    replacingBody(root, (body) => [{ ...body, children: [...body.children, ...body.children] }]),
  );

/** The same message with one more Header before the Body, and one where there is none. */
export const withTwoHeaders = (message: Uint8Array): Uint8Array =>
  rewrite(message, (root) => {
    const extra = element(soapNamespace, 'Header', [header(false)]);
    const hasOne = root.children.some((child) => typeof child !== 'string' && child.name === 'Header');
    return replacingBody(root, (body) => [...(hasOne ? [] : [extra]), extra, body]);
  });

/** The same message with an element after the Body. */
export const withMoreAfterBody = (message: Uint8Array): Uint8Array =>
  rewrite(message, (root) => replacingBody(root, (body) => [body, element(ourNamespace, 'Naschrift')]));

/** The same message with one more block in its header, which may come to lie in a Header of its own. */
export const withHeader = (root: XmlElement, block: XmlElement): XmlElement => {
  const known = root.children.find((child) => typeof child !== 'string' && child.name === 'Header');
  const blocks = known === undefined || typeof known === 'string' ? [] : known.children;
  const rest = root.children.filter((child) => child !== known);
  return { ...root, children: [element(soapNamespace, 'Header', [...blocks, block]), ...rest] };
};

type Spoil = (message: Uint8Array) => Uint8Array;

/** Changes bytes that are told as characters of Latin-1. */
const spoil =
  (change: (text: string) => string): Spoil =>
  (message) =>
    Buffer.from(change(Buffer.from(message).toString('latin1')), 'latin1');

/** The same message with a header block that may be ignored, whose text, or the space in its start tag, is replaced. */
const withBlock = (text: string, attribute = ''): Spoil => {
  const spoilt = spoil((whole) => whole.replace(/>3pas-conformance</, `${attribute}>${text}<`));
  return (message) => spoilt(rewrite(message, (root) => withHeader(root, header(false))));
};

/** Ways in which a message is no well-formed XML (XML 1.0, 2.1, 2.2, 3.1 and 4.3.3; Namespaces in XML, 5), the plainest first. */
export const malformations: readonly [Spoil, ...Spoil[]] = [
  spoil((text) => text.slice(0, text.lastIndexOf('</'))),
  spoil((text) => `${text}<Naschrift/>`),
  withBlock('a & b'),
  withBlock('&#1;'),
  // No byte of UTF-8.
  withBlock('\u00ff'),
  withBlock('', ' een=1'),
  withBlock('', ' een="1" een="2"'),
  withBlock('', ' onbekend:een="1"'),
];

/** A message whose body element no service knows. */
export const unknownOperation = (headers: readonly XmlElement[]): Uint8Array =>
  messageOf(element(ourNamespace, 'OnbekendeOperatie'), headers);

/** The same message with nothing in its Body. */
export const withEmptyBody = (message: Uint8Array): Uint8Array =>
  rewrite(message, (root) => replacingBody(root, (body) => [{ ...body, children: [] }]));

/** The same message without its Body. */
export const withoutBody = (message: Uint8Array): Uint8Array =>
  rewrite(message, (root) => replacingBody(root, () => []));

/** A header block that no endpoint knows. */
export const header = (mustUnderstand: boolean, actor?: string): XmlElement =>
  element(
    ourNamespace,
    'Onbekend',
    ['3pas-conformance'],
    [
      { namespace: soapNamespace, name: 'mustUnderstand', value: mustUnderstand ? '1' : '0' },
      ...(actor === undefined ? [] : [{ namespace: soapNamespace, name: 'actor', value: actor }]),
    ],
  );

const addressingNamespace = 'http://www.w3.org/2005/08/addressing';

/** What WS-Addressing says of a message, without demanding that it is understood, as .NET and Java add it. */
export const addressing = (action: string, id: string): readonly XmlElement[] =>
  [
    ['Action', action],
    ['MessageID', id],
  ].map(([name = '', text = '']) => element(addressingNamespace, name, [text]));

/** The same message with its request in the namespace of a version of the interface that there is not. */
export const ofOtherVersion = (message: Uint8Array): Uint8Array =>
  rewrite(message, (root) => replacingBody(root, (body) => [{ ...body, children: body.children.map(aged) }]));

const aged = (node: XmlNode): XmlNode => {
  if (typeof node === 'string') return node;
  const { namespace } = node;
  const other = /\d/.test(namespace)
    ? namespace.replace(/\d(?=\D*$)/, (one) => String((Number(one) + 6) % 10))
    : `${namespace}/6`;
  return movedFrom(node, namespace, other);
};

const movedFrom = (node: XmlElement, from: string, to: string): XmlElement => ({
  ...node,
  namespace: node.namespace === from ? to : node.namespace,
  children: node.children.map((child) => (typeof child === 'string' ? child : movedFrom(child, from, to))),
});

/** The same bytes behind an XML declaration that names another encoding. */
export const declaredAs = (encoding: string, message: Uint8Array): Uint8Array =>
  encoder.encode(`<?xml version="1.0" encoding="${encoding}"?>${decoder.decode(message)}`);
