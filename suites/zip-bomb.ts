import { constants, crc32, deflateRawSync } from 'node:zlib';

const megabyte = 1024 * 1024;

/** A zip whose one entry unpacks to this many megabytes of spaces, made without ever holding them. */
export const zipOfSpaces = (name: string, megabytes: number): Uint8Array => {
  const block = Buffer.alloc(megabyte, ' ');
  const compressed = deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync(Buffer.alloc(0));
  const data = Buffer.concat([...Array.from({ length: megabytes }, () => compressed), end]);
  let checksum = 0;
  for (let index = 0; index < megabytes; index += 1) checksum = crc32(block, checksum);
  return archive({ name: Buffer.from(name), data, checksum, size: megabytes * megabyte });
};

interface Entry {
  readonly name: Buffer;
  readonly data: Buffer;
  readonly checksum: number;
  readonly size: number;
}

/** One deflated entry as a whole archive: local header, data, central directory, end record (PKWARE APPNOTE, 4.3). */
const archive = (entry: Entry): Uint8Array => {
  const local = Buffer.concat([numbers([0x04034b50, 4]), common(entry), entry.name, entry.data]);
  const central = Buffer.concat([
    numbers([0x02014b50, 4], [20, 2]),
    common(entry),
    numbers([0, 2], [0, 2], [0, 2], [0, 4], [0, 4]),
    entry.name,
  ]);
  const end = numbers([0x06054b50, 4], [0, 2], [0, 2], [1, 2], [1, 2], [central.length, 4], [local.length, 4], [0, 2]);
  return Buffer.concat([local, central, end]);
};

/** What both headers share: version, flags, method, time, checksum, sizes, and the lengths of name and extra field. */
const common = ({ name, data, checksum, size }: Entry): Buffer =>
  numbers(
    [20, 2],
    [0, 2],
    [8, 2],
    [0, 2],
    [0x21, 2],
    [checksum, 4],
    [data.length, 4],
    [size, 4],
    [name.length, 2],
    [0, 2],
  );

/** Numbers with their widths in bytes, little-endian. */
const numbers = (...all: readonly (readonly [value: number, width: number])[]): Buffer =>
  Buffer.concat(
    all.map(([value, width]) => {
      const bytes = Buffer.alloc(width);
      bytes.writeUIntLE(value, 0, width);
      return bytes;
    }),
  );
