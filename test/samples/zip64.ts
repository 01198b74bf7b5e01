import { crc32 } from 'node:zlib';

/** What the entry holds. */
export const zipText = Buffer.from('een tekst die zich herhaalt, een tekst die zich herhaalt');

/** What of the zip is otherwise than it would be. */
export interface Zip64Parts {
  readonly name?: string;
  readonly method?: number;
  readonly flags?: number;
  readonly data?: Uint8Array;
  readonly size?: number;
  readonly crc?: number;
  /** Sizes that the local header tells in a field of zip64; none in it otherwise. */
  readonly local?: { readonly size: number; readonly packed: number };
  /** Checksum and sizes stand behind the content, in 64 bits (APPNOTE 4.3.9). */
  readonly isStreamed?: boolean;
  /** What the directory tells without zip64. */
  readonly plain?: readonly ('size' | 'packed' | 'offset')[];
  /** How much longer the field of zip64 in the directory says to be. */
  readonly fieldSurplus?: number;
  readonly comment?: string;
  /** The number of the disk that the end record of zip64 is on. */
  readonly disk?: number;
  readonly directorySurplus?: number;
}

const header = (length: number, write: (view: DataView) => void): Buffer => {
  const bytes = Buffer.alloc(length);
  write(new DataView(bytes.buffer, bytes.byteOffset, length));
  return bytes;
};

const wideField = (numbers: readonly number[], surplus = 0): Buffer =>
  header(4 + numbers.length * 8, (view) => {
    view.setUint16(0, 1, true);
    view.setUint16(2, numbers.length * 8 + surplus, true);
    for (const [index, number] of numbers.entries()) view.setBigUint64(4 + index * 8, BigInt(number), true);
  });

const descriptorOf = ({ crc, packed, size }: Record<'crc' | 'packed' | 'size', number>): Buffer =>
  header(24, (view) => {
    view.setUint32(0, 0x08074b50, true);
    view.setUint32(4, crc, true);
    view.setBigUint64(8, BigInt(packed), true);
    view.setBigUint64(16, BigInt(size), true);
  });

const usual = {
  name: 'inhoud.xml',
  method: 0,
  flags: 0,
  data: zipText,
  size: zipText.length,
  crc: crc32(zipText),
  isStreamed: false,
  plain: [],
  fieldSurplus: 0,
  comment: '',
  disk: 0,
  directorySurplus: 0,
} satisfies Zip64Parts;

/** One entry with zip64 fields throughout (APPNOTE 4.3.14, 4.3.15, 4.5.3), which no common writer makes for so little. */
export const zip64 = (parts: Zip64Parts = {}): Buffer => {
  const { name, method, flags, data, size, crc, isStreamed, plain, comment, ...rest } = { ...usual, ...parts };
  const common = (view: DataView, at: number, sum: number): void => {
    view.setUint16(at, flags | (isStreamed ? 8 : 0), true);
    view.setUint16(at + 2, method, true);
    view.setUint32(at + 8, sum, true);
    view.setUint16(at + 20, name.length, true);
  };
  const localField = rest.local === undefined ? Buffer.alloc(0) : wideField([rest.local.size, rest.local.packed]);
  const local = header(30, (view) => {
    view.setUint32(0, 0x04034b50, true);
    common(view, 6, isStreamed ? 0 : crc);
    view.setUint16(28, localField.length, true);
    if (rest.local !== undefined) for (const at of [18, 22]) view.setUint32(at, 0xffffffff, true);
    else if (!isStreamed) {
      view.setUint32(18, data.length, true);
      view.setUint32(22, size, true);
    }
  });
  const descriptor = isStreamed ? descriptorOf({ crc, packed: data.length, size }) : Buffer.alloc(0);
  const told = [
    { what: 'size', at: 24, number: size },
    { what: 'packed', at: 20, number: data.length },
    { what: 'offset', at: 42, number: 0 },
  ] as const;
  const wide = told.filter(({ what }) => !plain.includes(what));
  const extra = wideField(
    wide.map(({ number }) => number),
    rest.fieldSurplus,
  );
  const central = header(46, (view) => {
    view.setUint32(0, 0x02014b50, true);
    common(view, 8, crc);
    view.setUint16(30, extra.length, true);
    for (const one of told) view.setUint32(one.at, wide.includes(one) ? 0xffffffff : one.number, true);
  });
  const content = Buffer.concat([Buffer.from(name), localField, data, descriptor]);
  const start = local.length + content.length;
  const end64 = header(56, (view) => {
    view.setUint32(0, 0x06064b50, true);
    view.setBigUint64(4, 44n, true);
    view.setUint32(16, rest.disk, true);
    view.setBigUint64(24, 1n, true);
    view.setBigUint64(32, 1n, true);
    view.setBigUint64(40, BigInt(central.length + name.length + extra.length + rest.directorySurplus), true);
    view.setBigUint64(48, BigInt(start), true);
  });
  const locator = header(20, (view) => {
    view.setUint32(0, 0x07064b50, true);
    view.setBigUint64(8, BigInt(start + central.length + name.length + extra.length), true);
  });
  const end = header(22, (view) => {
    view.setUint32(0, 0x06054b50, true);
    for (const at of [8, 10]) view.setUint16(at, 0xffff, true);
    for (const at of [12, 16]) view.setUint32(at, 0xffffffff, true);
    view.setUint16(20, comment.length, true);
  });
  return Buffer.concat([local, content, central, Buffer.from(name), extra, end64, locator, end, Buffer.from(comment)]);
};
