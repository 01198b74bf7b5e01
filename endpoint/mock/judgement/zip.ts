import { isDamage, type NoZip } from '#contract/texts/zip-text';
import { unpack, type ZipEntry, type ZipHeader } from './zip-entry.ts';
import { elsewhere, hasTwoNames, nameIn, wide, wideNumbers } from './zip-numbers.ts';

/** Bounds on what is unpacked. */
export interface ZipBounds {
  readonly bytes: number;
  readonly entries: number;
}

/** The entries of a zip in the order of its directory; why it is none, or `te-groot` when it is past the bounds. */
export const readZip = (archive: Buffer, bounds: ZipBounds): readonly ZipEntry[] | NoZip | 'te-groot' => {
  const directory = findDirectory(archive);
  if (typeof directory === 'string') return directory;
  if (directory.count > bounds.entries) return directory.count > mostPossible(archive) ? 'counts' : 'te-groot';
  const headers = readHeaders(archive, directory);
  if (typeof headers === 'string') return headers;
  const entries: ZipEntry[] = [];
  const taken: Taken[] = [];
  let left = bounds.bytes;
  for (const header of headers) {
    if (header.size > left) return 'te-groot';
    const { entry, end } = unpack(archive.subarray(0, directory.offset), header);
    left -= entry.size;
    entries.push(entry);
    if (end !== undefined) taken.push({ from: header.offset, to: end });
  }
  const isDamaged =
    taken.length < entries.length || entries.some(({ fault }) => fault !== undefined && isDamage(fault));
  return isDamaged ? entries : (untidy(archive, directory, taken) ?? entries);
};

/** Entries for which a directory could have room. */
const mostPossible = (archive: Buffer): number => Math.floor(archive.length / headerLength);

/** The bytes of an entry with its header. */
interface Taken {
  readonly from: number;
  readonly to: number;
}

/** Why whoever reads from the start finds something else than the entries, one behind the other, and then the directory. */
const untidy = (archive: Buffer, { offset }: Directory, taken: readonly Taken[]): NoZip | undefined => {
  const ordered = taken.toSorted((a, b) => a.from - b.from);
  const [first] = ordered;
  const begin = first?.from ?? offset;
  if (begin !== 0 && !(begin === 4 && marks.includes(archive.readUInt32LE(0)))) return 'before';
  const gaps = ordered.map(({ to }, index) => (ordered[index + 1]?.from ?? offset) - to);
  const odd = gaps.find((gap) => gap !== 0);
  if (odd === undefined) return undefined;
  return odd < 0 ? 'overlap' : 'between';
};

/** What may stand before a zip that was to be in several parts (APPNOTE 8.5.3 and 8.5.4). */
const marks: readonly number[] = [0x08074b50, 0x30304b50];

interface Directory {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  /** Where the end record begins. */
  readonly behind: number;
}

const endSignature = 0x06054b50;
const endLength = 22;
const longestComment = 0xffff;

/** The end record stands last but for a comment; it is searched from the back. Several disks are not taken. */
const findDirectory = (archive: Buffer): Directory | NoZip => {
  const first = Math.max(0, archive.length - endLength - longestComment);
  for (let at = archive.length - endLength; at >= first; at -= 1) {
    if (archive.readUInt32LE(at) !== endSignature) continue;
    if (at + endLength + archive.readUInt16LE(at + 20) !== archive.length) continue;
    return wideDirectoryAt(archive, at) ?? directoryAt(archive, at);
  }
  return 'end';
};

/** Disk of the end and of the directory, entries here and in all, size and place of the directory. */
const endNumbers = (archive: Buffer, at: number): readonly number[] => [
  ...[4, 6, 8, 10].map((shift) => archive.readUInt16LE(at + shift)),
  ...[12, 16].map((shift) => archive.readUInt32LE(at + shift)),
];

const directoryAt = (archive: Buffer, at: number): Directory | NoZip => {
  const [disk = 0, startDisk = 0, onDisk = 0, count = 0, size = 0, offset = 0] = endNumbers(archive, at);
  if (size === elsewhere || offset === elsewhere) return 'wide-end';
  return inOnePart({ count, size, offset, behind: at }, { disks: [disk, startDisk], onDisk });
};

interface Parts {
  readonly disks: readonly number[];
  readonly onDisk: number;
}

const inOnePart = (directory: Directory, { disks, onDisk }: Parts): Directory | NoZip => {
  if (disks.some((disk) => disk > 0)) return 'parted';
  if (onDisk !== directory.count) return 'counts';
  return directory.offset + directory.size > directory.behind ? 'directory' : directory;
};

const wideLocatorLength = 20;
const wideEndLength = 56;

/** By the records of zip64 (APPNOTE 4.3.14 and 4.3.15), which their locator leads to; undefined where there is none. */
const wideDirectoryAt = (archive: Buffer, end: number): Directory | NoZip | undefined => {
  const locator = end - wideLocatorLength;
  if (locator < 0 || archive.readUInt32LE(locator) !== 0x07064b50) return undefined;
  const at = wide(archive, locator + 8);
  if (at + wideEndLength > locator || archive.readUInt32LE(at) !== 0x06064b50) return 'wide-end';
  if (at + 12 + wide(archive, at + 4) !== locator) return 'wide-end';
  const disks = [at + 16, at + 20, locator + 4].map((place) => archive.readUInt32LE(place));
  if (archive.readUInt32LE(locator + 16) > 1) return 'parted';
  const [onDisk = 0, count = 0, size = 0, offset = 0] = [24, 32, 40, 48].map((shift) => wide(archive, at + shift));
  // Readers that know no zip64 go by the end record, which says the same or leaves it to zip64 (APPNOTE 4.4.1.4).
  const told = [...disks.slice(0, 2), onDisk, count, size, offset];
  const isSame = endNumbers(archive, end).every(
    (short, place) => short === (place < 4 ? 0xffff : elsewhere) || short === told[place],
  );
  return isSame ? inOnePart({ count, size, offset, behind: at }, { disks, onDisk }) : 'wide-end';
};

const headerSignature = 0x02014b50;
const headerLength = 46;

const readHeaders = (archive: Buffer, directory: Directory): readonly ZipHeader[] | NoZip => {
  const headers: ZipHeader[] = [];
  const end = directory.offset + directory.size;
  let at = directory.offset;
  while (at + headerLength <= end && archive.readUInt32LE(at) === headerSignature) {
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((shift) => archive.readUInt16LE(at + shift));
    const next = at + headerLength + name + extra + comment;
    if (next > end) return 'directory';
    const header = headerAt(archive, at, { nameLength: name, extraLength: extra });
    if (typeof header === 'string') return header;
    headers.push(header);
    at = next;
  }
  return notAll(headers.length, directory, archive.subarray(at, end)) ?? headers;
};

/** Why the headers that were found are not all that the directory is, `left` being what is behind them. */
const notAll = (found: number, { count, offset, size, behind }: Directory, left: Buffer): NoZip | undefined => {
  if (found === 0 && left.length > 0) return 'directory';
  if (found !== count) return 'counts';
  return offset + size === behind && (left.length === 0 || isSignature(left)) ? undefined : 'between';
};

/** A signature of the directory (APPNOTE 4.3.13). */
const isSignature = (bytes: Buffer): boolean =>
  bytes.length >= 6 && bytes.readUInt32LE(0) === 0x05054b50 && bytes.readUInt16LE(4) === bytes.length - 6;

interface HeaderLengths {
  readonly nameLength: number;
  readonly extraLength: number;
}

/** Tells where the number that a field of zip64 should tell is missing, and where the file is in another part. */
const headerAt = (archive: Buffer, at: number, { nameLength, extraLength }: HeaderLengths): ZipHeader | NoZip => {
  const flags = archive.readUInt16LE(at + 8);
  const behindName = at + headerLength + nameLength;
  const extra = archive.subarray(behindName, behindName + extraLength);
  const numbers = wideNumbers(extra);
  if (numbers === 'cut') return 'wide-field';
  if (![0, 0xffff].includes(archive.readUInt16LE(at + 34))) return 'parted';
  const left = [...(numbers ?? [])];
  const [size, packed, offset] = [24, 20, 42].map((shift) => {
    const short = archive.readUInt32LE(at + shift);
    return short === elsewhere ? left.shift() : short;
  });
  if (size === undefined || packed === undefined || offset === undefined) return 'wide-field';
  const name = archive.subarray(at + headerLength, behindName);
  return {
    name: nameIn(name, flags),
    hasTwoNames: hasTwoNames(name, extra),
    isNoFile: noFile(archive.subarray(at, at + headerLength), name.at(-1) === 0x2f),
    flags,
    method: archive.readUInt16LE(at + 10),
    crc: archive.readUInt32LE(at + 16),
    ...{ packed, size, offset, isWide: numbers !== undefined },
  };
};

/** By the attributes in a header (APPNOTE 4.4.15): the mode of Unix and macOS, else the folder bit of DOS. */
const noFile = (header: Buffer, isNamedFolder: boolean): ZipHeader['isNoFile'] => {
  const isUnix = header[5] === 3 || header[5] === 19;
  const kind = isUnix ? header.readUInt16LE(40) >> 12 : 0;
  if (kind === 10) return 'link';
  const isOther = kind === 0 ? (header.readUInt16LE(38) & 16) > 0 : kind !== 8;
  return isOther && !isNamedFolder ? 'special' : undefined;
};
