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
}

const header = (length: number, write: (view: DataView) => void): Buffer => {
  const bytes = Buffer.alloc(length);
  write(new DataView(bytes.buffer, bytes.byteOffset, length));
  return bytes;
};

/** One entry with zip64 fields throughout (APPNOTE 4.3.14, 4.3.15, 4.5.3), which no common writer makes for so little. */
export const zip64 = ({
  name = 'inhoud.xml',
  method = 0,
  flags = 0,
  data = zipText,
  size = zipText.length,
  crc = crc32(zipText),
}: Zip64Parts = {}): Buffer => {
  const common = (view: DataView, at: number): void => {
    view.setUint16(at, flags, true);
    view.setUint16(at + 2, method, true);
    view.setUint32(at + 8, crc, true);
    view.setUint16(at + 20, name.length, true);
  };
  const local = header(30, (view) => {
    view.setUint32(0, 0x04034b50, true);
    common(view, 6);
  });
  const extra = header(28, (view) => {
    view.setUint16(0, 1, true);
    view.setUint16(2, 24, true);
    view.setBigUint64(4, BigInt(size), true);
    view.setBigUint64(12, BigInt(data.length), true);
  });
  const central = header(46, (view) => {
    view.setUint32(0, 0x02014b50, true);
    common(view, 8);
    view.setUint16(30, extra.length, true);
    for (const at of [20, 24, 42]) view.setUint32(at, 0xffffffff, true);
  });
  const start = local.length + name.length + data.length;
  const end64 = header(56, (view) => {
    view.setUint32(0, 0x06064b50, true);
    view.setBigUint64(24, 1n, true);
    view.setBigUint64(32, 1n, true);
    view.setBigUint64(40, BigInt(central.length + name.length + extra.length), true);
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
  });
  return Buffer.concat([local, Buffer.from(name), data, central, Buffer.from(name), extra, end64, locator, end]);
};
