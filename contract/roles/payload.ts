import { unzipSync } from 'fflate';
import { type Decoding } from '../contract.ts';

/** An XML document that a role's text holds, with the name people know it by. */
export interface PayloadDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The XML documents in the base64 of an example; throws when it is not what the role says. */
export const payloadDocuments = (text: string, decode: Decoding): readonly PayloadDocument[] => {
  const bytes = fromBase64(text);
  if (decode === 'xml' || (decode === 'file' && looksLikeXml(bytes))) return [{ name: 'the document', bytes }];
  if (decode === 'file') return [];
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => name.toLowerCase().endsWith('.xml'))
    .map(([name, content]) => ({ name, bytes: content }));
};

/** The name of a file by itself may stand elsewhere: what is no XML need not be. */
const looksLikeXml = (bytes: Uint8Array): boolean => !Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');

const fromBase64 = (text: string): Uint8Array => {
  const dense = text.replace(/[ \t\r\n]/g, '');
  const whole = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(dense);
  if (dense === '' || !whole) throw new TypeError('it is not base64');
  return new Uint8Array(Buffer.from(dense, 'base64'));
};
