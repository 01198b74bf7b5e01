import { zipSync, type Zippable } from 'fflate';
import { streamedZip, type ZipFile } from './streamed-zip.ts';

/** How the files of a zip are packed; streamed has their sizes behind the data. */
export type Compression = 'stored' | 'deflated' | 'annotated' | 'streamed-signed' | 'streamed-bare';

/** A zip keeps local time, so the same local time anywhere gives the same bytes; 1980 is the first it can hold. */
const firstDay = new Date(1980, 0, 1);

/** A zip of the files in their order; the same files give the same bytes. */
export const zip = (files: readonly ZipFile[], compression: Compression): Uint8Array => {
  refuseTwice(files.map((file) => file.name));
  if (compression === 'streamed-signed') return streamedZip(files, 'signed');
  if (compression === 'streamed-bare') return streamedZip(files, 'bare');
  const level = compression === 'stored' ? 0 : 6;
  const added = compression === 'annotated' ? { extra: { [timestamp]: Buffer.alloc(5) }, comment } : {};
  const entries = files.map(({ name, bytes }): [string, Zippable[string]] => [
    name,
    [bytes, { level, mtime: firstDay, ...added }],
  ]);
  const whole = zipSync(Object.fromEntries(entries));
  return compression === 'annotated' ? commented(whole) : whole;
};

/** The extra field of Info-ZIP for times (APPNOTE, 4.6.1), here with none. */
const timestamp = 0x5455;
const comment = '3pas-conformance';

/** With a comment on the archive as a whole, the length of which stands last in its end record (APPNOTE, 4.3.16). */
const commented = (whole: Uint8Array): Uint8Array => {
  const bytes = Buffer.concat([whole, Buffer.from(comment)]);
  bytes.writeUInt16LE(comment.length, whole.length - 2);
  return bytes;
};

const refuseTwice = (names: readonly string[]): void => {
  const again = names.find((name, index) => names.indexOf(name) !== index);
  if (again !== undefined) throw new Error(`two files are named '${again}': give each file of a zip a name of its own`);
};
