import { type Entry, type Placed, directory, endSize, localHeader, placed } from './layout.ts';

/** Bytes that can be read from anywhere: a file, or what a browser was given. */
export interface Source {
  readonly size: number;
  /** Exactly so many bytes; throws `RangeError` where there are fewer. */
  readonly read: (at: number, length: number) => Uint8Array;
}

/** What is wrong with a zip that is none of ours; `name` where it is about one file in it. */
export interface ZipProblem {
  readonly kind: 'no-zip' | 'several-parts' | 'too-many' | 'name' | 'twice' | 'method' | 'encrypted' | 'otherwise';
  readonly name?: string;
}

/** A package has fewer than a hundred: packs of 8 GB would be needed for more. */
const mostEntries = 2000;
const mostDirectory = 512 * 1024;

/** The files in a package; a problem for whatever this suite does not write, to the byte. */
export const readZip = (source: Source, isName: (name: string) => boolean): readonly Placed[] | ZipProblem => {
  try {
    return entriesOf(source, isName);
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'no-zip' };
    throw error;
  }
};

const entriesOf = (source: Source, isName: (name: string) => boolean): readonly Placed[] | ZipProblem => {
  if (source.size < endSize) return { kind: 'no-zip' };
  const end = viewOf(source.read(source.size - endSize, endSize));
  if (end.getUint32(0, true) !== 0x06054b50) return { kind: 'no-zip' };
  const [count, size, start] = [end.getUint16(10, true), end.getUint32(12, true), end.getUint32(16, true)];
  if (end.getUint16(4, true) !== 0 || end.getUint16(8, true) !== count) return { kind: 'several-parts' };
  if (count > mostEntries || size > mostDirectory) return { kind: 'too-many' };
  if (start + size + endSize !== source.size) return { kind: 'otherwise' };
  const found = listed(source.read(start, size), count);
  if ('kind' in found) return found;
  return problemIn(found, source, isName) ?? placed(found);
};

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The entries of a central directory. */
const listed = (bytes: Uint8Array, count: number): readonly Entry[] | ZipProblem => {
  const view = viewOf(bytes);
  const entries: Entry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (view.getUint32(at, true) !== 0x02014b50) return { kind: 'no-zip' };
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder('latin1').decode(bytes.subarray(at + 46, at + 46 + length));
    if ((view.getUint16(at + 8, true) & 1) !== 0) return { kind: 'encrypted', name };
    if (view.getUint16(at + 10, true) !== 0) return { kind: 'method', name };
    entries.push({ name, crc: view.getUint32(at + 16, true), size: view.getUint32(at + 24, true) });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
};

/** Written once more, a zip of ours is the same. */
const problemIn = (
  entries: readonly Entry[],
  source: Source,
  isName: (name: string) => boolean,
): ZipProblem | undefined => {
  const unknown = entries.find(({ name }) => !isName(name));
  if (unknown !== undefined) return { kind: 'name', name: unknown.name };
  const twice = entries.find(({ name }, index) => entries.findIndex((one) => one.name === name) < index);
  if (twice !== undefined) return { kind: 'twice', name: twice.name };
  const own = directory(entries);
  const all = placed(entries);
  const last = all.at(-1);
  const end = last === undefined ? 0 : last.offset + last.size;
  if (end + own.length !== source.size || !isSame(own, source.read(end, own.length))) return { kind: 'otherwise' };
  const odd = all.find((one) => {
    const header = localHeader(one);
    return !isSame(header, source.read(one.offset - header.length, header.length));
  });
  return odd && { kind: 'otherwise', name: odd.name };
};

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
