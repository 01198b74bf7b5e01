import { kindOfFile } from '#contract/roles/decodings';
import type { Contract } from '#contract/contract';
import { unmarkedProblem } from '#contract/texts/xml-problem';
import type { OpenDocument, Opener } from '#xml/document';
import { XmlError, XmlGaveUp } from '#xml/xml-error';
import { decodeBase64 } from '../base64.ts';
import { demandParsable } from '../parsable.ts';
import { faultOfEntry, readZip, type ZipEntry } from '../zip.ts';

/** Why a payload can't be read; `te-groot` and `dtd` are told apart by the rules. */
export type PayloadFault = 'base64' | 'zip' | 'te-groot' | 'versleuteld' | 'methode' | 'crc' | 'xml' | 'dtd' | 'pdf';

/** A file in a payload: a document, or bytes that hold none, or a fault. */
export interface PayloadFile {
  readonly name: string;
  readonly kind: 'xml' | 'pdf' | 'anders';
  readonly size: number;
  readonly content: OpenDocument | PayloadFault | undefined;
}

/** The files in base64 of a zip, or why there are none. */
export const readZipPayload = (
  text: string,
  open: Opener,
  { limits }: Contract,
): readonly PayloadFile[] | PayloadFault => {
  const bytes = decodeBase64(text);
  if (bytes === undefined) return 'base64';
  const entries = readZip(bytes, limits.contentBytes);
  if (entries === 'te-groot') return entries;
  return typeof entries === 'string' ? 'zip' : entries.map((entry) => readEntry(entry, open));
};

/** A file in base64, with what a message says of it. */
export interface PlainFile {
  readonly text: string;
  readonly name: string;
  readonly mediaType: string;
}

/** One file in base64, or why there is none; what says nothing of its kind is told by its beginning. */
export const readFilePayload = (
  { text, name, mediaType }: PlainFile,
  open: Opener,
  { limits }: Contract,
): PayloadFile | PayloadFault => {
  const bytes = decodeBase64(text);
  if (bytes === undefined) return 'base64';
  if (bytes.length > limits.contentBytes) return 'te-groot';
  const size = bytes.length;
  const said = name === '' && mediaType === '' ? (isPdf(bytes) ? 'pdf' : 'xml') : kindOfFile(name, mediaType);
  if (said === 'xml') return { name, kind: said, size, content: parse(bytes, open) };
  return { name, kind: said, size, content: said === 'pdf' && !isPdf(bytes) ? 'pdf' : undefined };
};

/** The document in base64 of XML, or why there is none. */
export const readXmlPayload = (text: string, open: Opener, { limits }: Contract): OpenDocument | PayloadFault => {
  const bytes = decodeBase64(text);
  if (bytes === undefined) return 'base64';
  return bytes.length > limits.contentBytes ? 'te-groot' : parse(bytes, open);
};

const readEntry = ({ name, size, content }: ZipEntry, open: Opener): PayloadFile => {
  const kind = kindOf(name);
  if (typeof content === 'string') return { name, kind, size, content: faultOfEntry(content) };
  if (kind === 'xml') return { name, kind, size, content: parse(content, open) };
  const fault = kind === 'pdf' && !isPdf(content);
  return { name, kind, size, content: fault ? 'pdf' : undefined };
};

const kindOf = (name: string): PayloadFile['kind'] => {
  const [, ending] = /\.(xml|pdf)$/i.exec(name) ?? [];
  return ending === undefined ? 'anders' : ending.toLowerCase() === 'xml' ? 'xml' : 'pdf';
};

/** Readers look for the header in the first 1,024 bytes (ISO 32000-1, annex H.3.4.1). */
export const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-', 0, 'latin1');

/** Throws `XmlGaveUp` for what no parser is to try. */
const parse = (bytes: Uint8Array, open: Opener): OpenDocument | 'xml' | 'dtd' => {
  demandParsable(bytes);
  if (unmarkedProblem(bytes) !== undefined) return 'xml';
  try {
    const document = open(bytes);
    return document.dtd === null ? document : 'dtd';
  } catch (error) {
    if (error instanceof XmlError && !(error instanceof XmlGaveUp)) return 'xml';
    throw error;
  }
};
