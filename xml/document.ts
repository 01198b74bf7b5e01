import { isUtf8 } from 'node:buffer';
import {
  ParseOption,
  XmlAttribute as LibAttribute,
  XmlDocument,
  XmlElement as LibElement,
  XmlLibError,
  type XmlNode as LibNode,
  XmlTreeNode,
} from 'libxml2-wasm';
import { isLimit, toMessage, XmlError, XmlGaveUp } from './xml-error.ts';

/** No network, no external entities, line numbers past 65,535. */
const options = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_BIG_LINES;

/** A parsed document while a callback of `withDocument` runs; nodes must not leave it. */
export type OpenDocument = XmlDocument;
export type OpenNode = LibNode;
export { LibAttribute as OpenAttribute, LibElement as OpenElement };

/** The sibling behind a node; the library gives processing instructions no `next`. */
export const siblingAfter = (node: OpenNode): OpenNode | null =>
  node instanceof XmlTreeNode ? node.next : node.get('following-sibling::node()[1]');

/** The sibling before a node; the library gives processing instructions no `prev`. */
export const siblingBefore = (node: OpenNode): OpenNode | null =>
  node instanceof XmlTreeNode ? node.prev : node.get('preceding-sibling::node()[1]');

/** Parses bytes, hands the document to `use`, and frees it; throws `XmlError` when the bytes are not well-formed, `XmlGaveUp` past a limit. */
export const withDocument = <Result>(
  bytes: Uint8Array,
  use: (document: OpenDocument) => Result,
  url?: string,
): Result => {
  const document = open(bytes, url === undefined ? {} : { url });
  try {
    return use(document);
  } finally {
    document.dispose();
  }
};

/** The same for the body of a message: what is UTF-8 is read as that, whatever it declares (WS-I Basic Profile 1.1, R1019). */
export const withBody = <Result>(bytes: Uint8Array, use: (document: OpenDocument) => Result): Result => {
  const isSingle = bytes[0] !== 0 && bytes[1] !== 0 && isUtf8(bytes);
  return withDocuments((openOne) => use(openOne(bytes, isSingle ? 'utf-8' : undefined)));
};

/** Opens bytes as a document, in a given encoding whatever they declare; throws `XmlError` or `XmlGaveUp`. */
export type Opener = (bytes: Uint8Array, encoding?: 'utf-8') => OpenDocument;

/** Hands `use` a way to open documents, and frees every one that it opened. */
export const withDocuments = <Result>(use: (open: Opener) => Result): Result => {
  const opened: XmlDocument[] = [];
  try {
    return use((bytes, encoding) => {
      const document = open(bytes, encoding === undefined ? {} : { encoding });
      opened.push(document);
      return document;
    });
  } finally {
    for (const document of opened) document.dispose();
  }
};

interface Known {
  readonly url?: string;
  readonly encoding?: string;
}

const open = (bytes: Uint8Array, known: Known): XmlDocument => {
  try {
    return XmlDocument.fromBuffer(bytes, { option: options, ...known });
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    throw new (error.details.some(isLimit) ? XmlGaveUp : XmlError)(error.details.map(toMessage), error);
  }
};
