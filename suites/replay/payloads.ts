import { type Compression, zip } from '#generators/payload/zip';
import { decodeBase64 } from '#judgement/base64';
import { readZip } from '#judgement/zip';
import { readLocalHeader, readZipDirectory } from '#judgement/zip-directory';
import { plain, restyled } from './restyled.ts';

/** Bytes that a payload is unpacked to at most: a bomb stays as it is. */
const mostUnpacked = 8 * 1024 * 1024;

/** What may be base64 as the whole of a text: in lines, in sections, and with any character as a reference. */
const base64 = /(?<=>)(?:[A-Za-z0-9+/=\s]|&#\w{1,8};|\]\]>|<!\[CDATA\[){64,}(?=<)/g;

/** The text of a message with the files in its payloads changed; a payload of which none changes keeps its bytes, and so does what is no payload. */
export const withPayloads = (text: string, change: (file: Uint8Array) => Uint8Array): string =>
  text.replace(base64, (found) => {
    const bytes = decodeBase64(plain(found).replace(/\s+/g, ''));
    if (bytes === undefined) return found;
    const changed = changedPayload(bytes, change);
    return changed === bytes ? found : restyled(found, Buffer.from(changed).toString('base64'));
  });

const changedPayload = (bytes: Uint8Array, change: (file: Uint8Array) => Uint8Array): Uint8Array => {
  if (!isZip(bytes)) return change(bytes);
  const entries = readZip(bytes, mostUnpacked, mostEntries);
  const compression = compressionOf(bytes);
  if (typeof entries === 'string' || compression === undefined) return bytes;
  const names = new Set(entries.map(({ name }) => name));
  const files = entries.flatMap(({ name, content }) => (typeof content === 'string' ? [] : [{ name, bytes: content }]));
  if (files.length !== entries.length || names.size !== entries.length) return bytes;
  const changed = files.map((file) => ({ ...file, bytes: change(file.bytes) }));
  return changed.every((file, index) => file.bytes === files[index]?.bytes) ? bytes : zip(changed, compression);
};

const isZip = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 4)).equals(Buffer.from('PK\u0003\u0004'));

/** Files of a zip that are looked at. */
const mostEntries = 100;

/** How all files of a zip are packed; undefined where they are packed in several ways. */
const compressionOf = (bytes: Uint8Array): Compression | undefined => {
  const directory = readZipDirectory(bytes, mostEntries);
  if (typeof directory === 'string') return undefined;
  const ways = new Set(
    directory.headers.map(({ offset, method, packedSize }): Compression => {
      const local = readLocalHeader(bytes, offset);
      if (local?.isStreamed === true)
        return hasSignature(bytes, local.end + packedSize) ? 'streamed-signed' : 'streamed-bare';
      if (hasExtra(bytes, offset)) return 'annotated';
      return method === 0 ? 'stored' : 'deflated';
    }),
  );
  const [way] = ways;
  return ways.size === 1 ? way : undefined;
};

/** The length of the extra field in a local header (PKWARE APPNOTE, 4.3.7). */
const hasExtra = (bytes: Uint8Array, offset: number): boolean => Buffer.from(bytes).readUInt16LE(offset + 28) > 0;

const hasSignature = (bytes: Uint8Array, at: number): boolean =>
  Buffer.from(bytes.subarray(at, at + 4)).equals(Buffer.from('PK\u0007\u0008'));
