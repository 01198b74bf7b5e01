/** One file of a package, stored as it is: what is worth compressing is compressed before. */
export interface Entry {
  readonly name: string;
  readonly size: number;
  /** CRC-32 of its bytes. */
  readonly crc: number;
}

/** An entry, and where its bytes begin in the zip. */
export interface Placed extends Entry {
  readonly offset: number;
}

const localSize = 30;
const centralSize = 46;
export const endSize = 22;

/** APPNOTE 4.4.3: version 2.0, the first with folders. */
const version = 20;

/** 1 January 1980, midnight (APPNOTE 4.4.6): the same files make the same zip. */
const dosDate = 0x0021;

/** APPNOTE 4.4.4, bit 11: names are UTF-8. Ours are ASCII, which is that too. */
const flags = 0;

/** A zip as this suite writes it, and no other: no comment, no extra field, no gap. So a byte that is changed anywhere shows. */
export const placed = (entries: readonly Entry[]): readonly Placed[] => {
  let at = 0;
  return entries.map((entry) => {
    const offset = at + localSize + entry.name.length;
    at = offset + entry.size;
    return { ...entry, offset };
  });
};

/** The bytes before those of an entry (APPNOTE 4.3.7). */
export const localHeader = (entry: Entry): Uint8Array => {
  const { bytes, view } = header(localSize, entry.name);
  view.setUint32(0, 0x04034b50, true);
  common(view, 4, entry);
  return bytes;
};

/** All that follows the last entry: the central directory and its end (APPNOTE 4.3.12, 4.3.16). */
export const directory = (entries: readonly Entry[]): Uint8Array => {
  const all = placed(entries);
  const last = all.at(-1);
  const start = last === undefined ? 0 : last.offset + last.size;
  const headers = all.map(centralHeader);
  const size = headers.reduce((sum, { length }) => sum + length, 0);
  return joined([...headers, ending({ count: all.length, size, start })]);
};

const centralHeader = (entry: Placed): Uint8Array => {
  const { bytes, view } = header(centralSize, entry.name);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, version, true);
  common(view, 6, entry);
  view.setUint32(42, entry.offset - localSize - entry.name.length, true);
  return bytes;
};

const ending = ({ count, size, start }: Readonly<Record<'count' | 'size' | 'start', number>>): Uint8Array => {
  const { bytes, view } = header(endSize, '');
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, start, true);
  return bytes;
};

/** What both headers say of an entry, from the version that is needed to the length of the name. */
const common = (view: DataView, at: number, { name, size, crc }: Entry): void => {
  view.setUint16(at, version, true);
  view.setUint16(at + 2, flags, true);
  view.setUint16(at + 8, dosDate, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
};

const header = (size: number, name: string) => {
  const bytes = new Uint8Array(size + name.length);
  bytes.set(new TextEncoder().encode(name), size);
  return { bytes, view: new DataView(bytes.buffer) };
};

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};
