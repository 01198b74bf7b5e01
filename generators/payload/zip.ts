import { zipSync, type Zippable } from 'fflate';
import { crc32, deflateRawSync } from 'node:zlib';

/** A file in a zip. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

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
  const added = compression === 'annotated' ? { extra: { [timestamp]: Buffer.alloc(5) }, comment, os: unix } : {};
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
/** Where the zip was made, by its central directory (APPNOTE, 4.4.2). */
const unix = 3;

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

/** Whether the sizes behind the data of a file stand behind a signature of their own, which writers may leave out. */
type Descriptor = 'signed' | 'bare';

/** A zip as it is written without going back: sizes and checksum of a file stand behind its data (PKWARE APPNOTE 6.3.9, 4.3.9). */
const streamedZip = (files: readonly ZipFile[], descriptor: Descriptor): Uint8Array => {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const entry = entryOf(file);
    const local = Buffer.concat([localHeader(entry), entry.data, descriptorOf(entry, descriptor)]);
    central.push(centralHeader(entry, offset));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...locals, directory, endRecord({ count: files.length, size: directory.length, offset })]);
};

interface Entry {
  readonly name: Buffer;
  readonly data: Buffer;
  readonly checksum: number;
  readonly size: number;
}

const entryOf = ({ name, bytes }: ZipFile): Entry => ({
  name: Buffer.from(name, 'utf8'),
  data: deflateRawSync(bytes),
  checksum: crc32(bytes),
  size: bytes.length,
});

/** Sizes behind the data, and a name in UTF-8. */
const flags = 0x0808;
const version = 20;
const deflated = 8;
/** 1 January 1980. */
const dosDay = 0x21;

const localHeader = ({ name }: Entry): Buffer =>
  Buffer.concat([
    numbers([0x04034b50, 4], [version, 2], [flags, 2], [deflated, 2], [0, 2], [dosDay, 2]),
    numbers([0, 4], [0, 4], [0, 4], [name.length, 2], [0, 2]),
    name,
  ]);

const descriptorOf = ({ checksum, data, size }: Entry, descriptor: Descriptor): Buffer =>
  Buffer.concat([
    descriptor === 'signed' ? numbers([0x08074b50, 4]) : Buffer.alloc(0),
    numbers([checksum, 4], [data.length, 4], [size, 4]),
  ]);

const centralHeader = ({ name, data, checksum, size }: Entry, offset: number): Buffer =>
  Buffer.concat([
    numbers([0x02014b50, 4], [version, 2], [version, 2], [flags, 2], [deflated, 2], [0, 2], [dosDay, 2]),
    numbers([checksum, 4], [data.length, 4], [size, 4], [name.length, 2], [0, 2], [0, 2]),
    numbers([0, 2], [0, 2], [0, 4], [offset, 4]),
    name,
  ]);

const endRecord = ({ count, size, offset }: Readonly<Record<'count' | 'size' | 'offset', number>>): Buffer =>
  numbers([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2]);

/** Numbers with their widths in bytes, little-endian. */
export const numbers = (...all: readonly (readonly [value: number, width: number])[]): Buffer =>
  Buffer.concat(
    all.map(([value, width]) => {
      const bytes = Buffer.alloc(width);
      bytes.writeUIntLE(value, 0, width);
      return bytes;
    }),
  );
