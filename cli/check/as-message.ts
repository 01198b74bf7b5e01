import type { Contract } from '#contract/contract';
import { zip } from '#generators/payload/zip';
import { readZip } from '#judgement/zip';
import { soapNamespace } from '#judgement/answer';
import { type FileKind, requestAround, rootIn } from './kind.ts';
import { skeletonFor } from './skeleton.ts';
import { isUnicode, type SourceText, sourceText } from './source-text.ts';

/** A file as a message that carries it. */
export interface AsMessage {
  readonly kind: FileKind;
  readonly message: Uint8Array;
  readonly source: SourceText;
  /** Of content: the path of the element that it is carried in. */
  readonly holder?: string;
  /** Of a document of content: the name it is packed under, where it is. */
  readonly inZip?: string;
  /** Of content that is packed: its bytes. */
  readonly packed?: Uint8Array;
  /** What was put before the root, and on which line. */
  readonly shift?: { readonly line: number; readonly length: number };
  /** Of a message that is in no encoding that messages may have, and was put in one that they may. */
  readonly isRecoded?: true;
}

/** Puts a file in the message that it would be sent in; undefined where the contract has no place for it. */
export const asMessage = (contract: Contract, kind: FileKind, bytes: Uint8Array): AsMessage | undefined => {
  if (kind === 'content' || kind === 'zip') return carried(contract, kind, bytes);
  const source = sourceText(bytes);
  const isWhole = kind === 'envelope' || kind === 'mime';
  if (isUnicode(source) && (isWhole || isBroken(source))) return { kind, source, message: bytes };
  const text = undeclared(source.text);
  if (isWhole) return { kind, source, message: Buffer.from(text), isRecoded: true };
  return { kind, source, ...enveloped(contract, kind, text) };
};

/** Bytes that are not in their encoding are judged as they are. */
const isBroken = ({ text, encoding }: SourceText): boolean => encoding === 'utf-8' && text.includes('\uFFFD');

/** Without its declaration, which would stand in the middle or name an encoding that is gone; lines stay as they are. */
const undeclared = (text: string): string =>
  text.replace(/^<\?xml\s[^>]*\?>/, (declaration) => declaration.replace(/[^\r\n]+/g, ''));

/** The envelope goes around the root, behind what may stand before it, so that that is judged too. */
const enveloped = (contract: Contract, kind: FileKind, text: string): Pick<AsMessage, 'message' | 'shift'> => {
  const { service } = contract;
  const root = rootIn(text);
  const at = root?.at ?? 0;
  const { namespace, name } = requestAround(contract, root?.name);
  const [open, close] = kind === 'part' ? [`<r:${name} xmlns:r="${namespace}">`, `</r:${name}>`] : ['', ''];
  const before = `${envelopeStart(service)}${open}`;
  return {
    message: Buffer.from(`${text.slice(0, at)}${before}${text.slice(at)}${close}</s:Body></s:Envelope>`),
    shift: { line: text.slice(0, at).split(/\r\n|\r|\n/).length, length: before.length },
  };
};

/** What messages must bear in their header is no matter of a part of one. */
const envelopeStart = ({ headers }: Contract['service']): string => {
  const blocks = headers.map(({ element: { name, namespace } }) => `<h:${name} xmlns:h="${namespace}"/>`);
  const header = blocks.length === 0 ? '' : `<s:Header>${blocks.join('')}</s:Header>`;
  return `<s:Envelope xmlns:s="${soapNamespace}">${header}<s:Body>`;
};

const carried = (contract: Contract, kind: 'content' | 'zip', bytes: Uint8Array): AsMessage | undefined => {
  const source = sourceText(bytes);
  const root = kind === 'content' ? rootIn(source.text)?.name : undefined;
  const skeleton = skeletonFor(contract, { root, content: kind === 'zip' && isOfPdf(bytes) ? 'pdf' : 'xml' });
  if (skeleton === undefined) return undefined;
  const isPacked = kind === 'content' && skeleton.isZip;
  const payload = isPacked ? zip([{ name: skeleton.file, bytes }], 'stored') : bytes;
  const request = skeleton.request(Buffer.from(payload).toString('base64'));
  return {
    kind,
    source,
    message: Buffer.from(`${envelopeStart(contract.service)}${request}</s:Body></s:Envelope>`),
    holder: skeleton.holder,
    packed: payload,
    ...(isPacked ? { inZip: skeleton.file } : {}),
  };
};

const isOfPdf = (bytes: Uint8Array): boolean => {
  const entries = readZip(bytes, mostRead);
  return typeof entries !== 'string' && entries.length > 0 && entries.every(({ name }) => /\.pdf$/i.test(name));
};

const mostRead = 64 * 1024 * 1024;
