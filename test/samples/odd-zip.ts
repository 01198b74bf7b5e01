import { crc32, deflateRawSync } from 'node:zlib';

/** The text in each entry. */
export const oddText = Buffer.from('<a>een tekst die zich herhaalt, een tekst die zich herhaalt</a>');

/** What one place in a zip says of an entry. */
interface Told {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly extra: Buffer;
}

/** What of an entry is otherwise than it would be. */
export interface OddEntry {
  readonly name?: string;
  readonly content?: Buffer;
  readonly method?: number;
  readonly packed?: Buffer;
  /** In both headers. */
  readonly both?: Partial<Told>;
  readonly local?: Partial<Told>;
  readonly central?: Partial<Told>;
  readonly descriptor?: Buffer;
  readonly offset?: number;
  /** The system of its maker, by number (APPNOTE 4.4.2.2). */
  readonly maker?: number;
  /** As that system has them. */
  readonly attributes?: number;
  readonly disk?: number;
}

/** What of a zip is otherwise than it would be; numbers of the end record are by their name. */
export interface OddZip {
  readonly before?: Buffer;
  readonly entries?: readonly OddEntry[];
  readonly between?: Buffer;
  readonly beforeDirectory?: Buffer;
  readonly behindDirectory?: Buffer;
  readonly signature?: Buffer;
  readonly behind?: Buffer;
  readonly comment?: Buffer;
  readonly end?: Partial<Record<'disk' | 'startDisk' | 'here' | 'count' | 'size' | 'offset', number>>;
  readonly listed?: (central: readonly Buffer[]) => readonly Buffer[];
}

/** Numbers of so many bytes each, the lowest byte first. */
export const little = (...pairs: readonly (readonly [value: number, bytes: 2 | 4 | 8])[]): Buffer =>
  Buffer.concat(
    pairs.map(([value, bytes]) => {
      const field = Buffer.alloc(8);
      field.writeBigUInt64LE(BigInt(value));
      return field.subarray(0, bytes);
    }),
  );

/** An extra field by its number (APPNOTE 4.5). */
export const extraField = (id: number, data: Buffer): Buffer =>
  Buffer.concat([little([id, 2], [data.length, 2]), data]);

const nothing = Buffer.alloc(0);

const usual = {
  ...{ before: nothing, between: nothing, beforeDirectory: nothing, behindDirectory: nothing },
  ...{ signature: nothing, behind: nothing, comment: nothing },
  entries: [{}],
  end: {},
  listed: (central: readonly Buffer[]) => central,
} satisfies OddZip;

/** A zip by its parts, whatever they say. */
export const oddZip = (parts: OddZip = {}): Buffer => {
  const { entries, end, listed, ...bytes } = { ...usual, ...parts };
  let body: Buffer = bytes.before;
  const central = entries.map((entry, index) => {
    if (index > 0) body = Buffer.concat([body, bytes.between]);
    const made = partsOf(entry, body.length);
    body = Buffer.concat([body, made.local]);
    return made.central;
  });
  const all = Buffer.concat([body, bytes.beforeDirectory]);
  const directory = Buffer.concat([...listed(central), bytes.signature]);
  const told = { count: entries.length, size: directory.length, offset: all.length, ...end };
  const behind = [bytes.behindDirectory, endRecord(told, bytes.comment), bytes.comment, bytes.behind];
  return Buffer.concat([all, directory, ...behind]);
};

type End = NonNullable<OddZip['end']> & Record<'count' | 'size' | 'offset', number>;

const endRecord = ({ disk = 0, startDisk = 0, here, count, size, offset }: End, comment: Buffer): Buffer =>
  little(
    ...([
      [0x06054b50, 4],
      [disk, 2],
      [startDisk, 2],
      [here ?? count, 2],
      [count, 2],
    ] as const),
    ...([
      [size, 4],
      [offset, 4],
      [comment.length, 2],
    ] as const),
  );

const usualEntry = { name: 'inhoud.xml', content: oddText, method: 8, maker: 0, attributes: 0, disk: 0 };

const partsOf = (entry: OddEntry, offset: number): { readonly local: Buffer; readonly central: Buffer } => {
  const { name, content, method, maker, attributes, disk } = { ...usualEntry, ...entry };
  const packed = entry.packed ?? (method === 8 ? deflateRawSync(content) : content);
  const sums = { crc: crc32(content), packed: packed.length, size: content.length };
  const told: Told = {
    name,
    method,
    flags: entry.descriptor === undefined ? 0 : 8,
    extra: nothing,
    ...sums,
    ...entry.both,
  };
  const local = { ...told, ...(entry.descriptor === undefined ? {} : { crc: 0, packed: 0, size: 0 }), ...entry.local };
  const central = { ...told, ...entry.central };
  return {
    local: Buffer.concat([
      little([0x04034b50, 4]),
      common(local),
      Buffer.from(local.name),
      local.extra,
      packed,
      entry.descriptor ?? nothing,
    ]),
    central: Buffer.concat([
      little([0x02014b50, 4], [maker * 256 + 20, 2]),
      common(central),
      little([0, 2], [disk, 2], [0, 2], [attributes, 4], [entry.offset ?? offset, 4]),
      Buffer.from(central.name),
      central.extra,
    ]),
  };
};

const common = ({ name, flags, method, crc, packed, size, extra }: Told): Buffer =>
  little(
    ...([
      [20, 2],
      [flags, 2],
      [method, 2],
      [0, 2],
      [0x21, 2],
      [crc, 4],
    ] as const),
    ...([
      [packed, 4],
      [size, 4],
      [Buffer.byteLength(name), 2],
      [extra.length, 2],
    ] as const),
  );
