/** The encodings that WS-I lets an envelope have. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding that a byte order mark tells, or undefined without one. */
export const encodingOfMark = (bytes: Uint8Array): Encoding | undefined => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
};

/** The encoding that the first character shows when it is ASCII, as in XML and HTML. */
export const encodingOfStart = (bytes: Uint8Array): Encoding => {
  if (bytes[0] === 0 && bytes[1] !== 0) return 'utf-16be';
  if (bytes[0] !== 0 && bytes[1] === 0) return 'utf-16le';
  return 'utf-8';
};

/** Text of the bytes, the mark left in as U+FEFF; throws TypeError when the bytes are not of that encoding. */
export const decodeStrictly = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);

/** Bytes of a text; no mark is added. */
export const encode = (text: string, encoding: Encoding): Uint8Array => {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
};

/** Bytes as text in which ASCII can be searched and replaced, and which gives any bytes back as they were. */
export interface LosslessText {
  readonly text: string;
  /** How other text is written in it. */
  readonly inline: (text: string) => string;
  readonly toBytes: (text: string) => Uint8Array;
}

/** UTF-16 as characters; everything else byte by byte. */
export const losslessText = (bytes: Uint8Array): LosslessText => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const encoding = encodingOfMark(bytes) ?? encodingOfStart(bytes);
  if (encoding === 'utf-8' || bytes.length % 2 === 1) return byteText(buffer);
  const text = (encoding === 'utf-16le' ? buffer : Buffer.from(buffer).swap16()).toString('utf16le');
  return { text, inline: (other) => other, toBytes: (changed) => encode(changed, encoding) };
};

const byteText = (buffer: Buffer): LosslessText => ({
  text: buffer.toString('latin1'),
  inline: (other) => Buffer.from(other, 'utf8').toString('latin1'),
  toBytes: (changed) => Buffer.from(changed, 'latin1'),
});

/** A message in UTF-16 as UTF-8, without a declaration of the encoding that it was in; the very same bytes of any other. */
export const utf8Message = (bytes: Uint8Array): Uint8Array => {
  const { text } = losslessText(bytes);
  return text.length === bytes.length ? bytes : Buffer.from(text.replace(/^\uFEFF?(?:<\?xml[^>]*\?>)?/, ''));
};
