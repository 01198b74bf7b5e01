import { numbers } from './zip.ts';

/** What the headers of an entry say, and what is packed in it; the local header differs where that is the flaw. */
export interface ZipEntry {
  readonly name: string;
  readonly localName: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly localCrc: number;
  /** Unpacked. */
  readonly size: number;
  readonly data: Uint8Array;
}

/** Entries as an archive, whatever they say: local headers with data, central directory, end record (PKWARE APPNOTE, 4.3). */
export const zipArchive = (entries: readonly ZipEntry[]): Uint8Array => {
  const locals = entries.map(localPart);
  const offsets = locals.map((_, index) => sizeOf(locals.slice(0, index)));
  const central = Buffer.concat(entries.map((one, index) => centralPart(one, offsets[index] ?? 0)));
  const count = entries.length;
  const end = [
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [central.length, 4],
    [sizeOf(locals), 4],
    [0, 2],
  ] as const;
  return Buffer.concat([...locals, central, numbers([0x06054b50, 4], ...end)]);
};

const sizeOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, { length }) => sum + length, 0);

const localPart = (one: ZipEntry): Buffer =>
  Buffer.concat([
    numbers([0x04034b50, 4]),
    common({ ...one, name: one.localName, crc: one.localCrc }),
    Buffer.from(one.localName),
    one.data,
  ]);

const centralPart = (one: ZipEntry, offset: number): Buffer =>
  Buffer.concat([
    numbers([0x02014b50, 4], [20, 2]),
    common(one),
    numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
    Buffer.from(one.name),
  ]);

/** What both headers share: version, flags, method, time, checksum, sizes, and the lengths of name and extra field. */
const common = ({ name, flags, method, crc, data, size }: Omit<ZipEntry, 'localName' | 'localCrc'>): Buffer =>
  numbers(
    ...([
      [20, 2],
      [flags, 2],
      [method, 2],
      [0, 2],
      [0x21, 2],
      [crc >>> 0, 4],
    ] as const),
    ...([
      [data.length, 4],
      [size, 4],
      [Buffer.byteLength(name), 2],
      [0, 2],
    ] as const),
  );
