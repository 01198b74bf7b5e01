import type { Contract } from '#contract/contract';
import { soapNamespace } from '#judgement/answer';
import { plainStyle, serialize, type Style } from '#xml/serialize';
import { element, type XmlElement } from '#xml/tree';
import type { Writing } from '#documents/writing';
import { fillHoles, mapTexts, saidOfFile, type Draft, type DraftFile, type Payload } from './draft/draft.ts';
import { stamp } from './marks.ts';
import { zip, type Compression } from './payload/zip.ts';

/** How a delivery is written down. */
export interface Packing {
  readonly message: Writing;
  readonly payload: Writing;
  readonly compression: Compression;
  /** What stands between lines of base64; one line unless said. */
  readonly lineBreak?: string;
  /** What the start tag of the Body has besides: namespaces, used or not, by prefix, and attributes. */
  readonly inBody?: Partial<Pick<XmlElement, 'prefixes' | 'attributes'>>;
  /** Writes into the request what says nothing of the delivery. */
  readonly inRequest?: (request: XmlElement) => XmlElement;
}

/** Which run and number a delivery bears, and what stands in the header of its envelope. */
export interface Stamp {
  readonly runId: string;
  readonly number: string;
  readonly headers: readonly XmlElement[];
  /** The base64 of payloads that were written before, in the same way under the same stamp. */
  readonly known?: WeakMap<Payload, string>;
}

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** The usual way: prefixes of the contract, UTF-8, nothing that is not needed. */
export const plainPacking = (contract: Contract): Packing => {
  const style = (): Style => plainStyle({ s: soapNamespace, ...contract.namespaces });
  const writing = { style, encode: utf8 };
  return { message: writing, payload: writing, compression: 'deflated' };
};

/** The SOAP envelope of a draft as bytes: payloads written, zipped and put in their holes, the number stamped. */
export const pack = (draft: Draft, packing: Packing, { runId, number, headers, known }: Stamp): Uint8Array => {
  const mark = stamp(runId, number);
  const base64Of = (hole: string): string => {
    const said = saidOfFile(draft.payloads, hole);
    if (said !== undefined) return said;
    const payload = draft.payloads[hole];
    if (payload === undefined) return '';
    const written = known?.get(payload) ?? base64(payloadBytes(payload, packing, mark), packing);
    known?.set(payload, written);
    return written;
  };
  const request = mapTexts(draft.request, (text) => mark(fillHoles(text, base64Of)));
  const { inBody, inRequest = (one) => one } = packing;
  return write(envelope(inRequest(request), headers, inBody), packing.message);
};

const base64 = (bytes: Uint8Array, { lineBreak }: Packing): string => {
  const line = Buffer.from(bytes).toString('base64');
  return lineBreak === undefined ? line : line.replace(/.{76}(?=.)/g, `$&${lineBreak}`);
};

const write = (tree: XmlElement, { style, encode, declared }: Writing): Uint8Array =>
  encode(serialize(declared === undefined ? tree : { ...tree, prefixes: declared }, style()));

/** A SOAP 1.1 message around one body element. */
export const envelope = (
  content: XmlElement,
  headers: readonly XmlElement[] = [],
  inBody?: Packing['inBody'],
): XmlElement => {
  const body = element(soapNamespace, 'Body', [content]);
  return element(soapNamespace, 'Envelope', [
    ...(headers.length === 0 ? [] : [element(soapNamespace, 'Header', headers)]),
    { ...body, ...inBody },
  ]);
};

type Mark = (text: string) => string;

const payloadBytes = ({ form, files }: Payload, packing: Packing, mark: Mark): Uint8Array => {
  const written = files.map((file) => ({ name: file.name, bytes: fileBytes(file, packing, mark) }));
  return form === 'zip' ? zip(written, packing.compression) : (written[0]?.bytes ?? new Uint8Array());
};

const fileBytes = ({ content }: DraftFile, packing: Packing, mark: Mark): Uint8Array =>
  content instanceof Uint8Array ? markBytes(content, mark) : write(mapTexts(content, mark), packing.payload);

/** Bytes are read as Latin-1, in which every byte is a character: all but the mark stays as it is. */
const markBytes = (bytes: Uint8Array, mark: Mark): Uint8Array => {
  const text = Buffer.from(bytes).toString('latin1');
  const marked = mark(text);
  return marked === text ? bytes : Buffer.from(marked, 'latin1');
};
