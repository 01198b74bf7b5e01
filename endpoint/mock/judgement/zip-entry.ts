import { crc32, inflateRawSync } from 'node:zlib';
import type { Damage, Oddity } from '#contract/texts/zip-text';
import { elsewhere, hasTwoNames, nameIn, wideNumbers } from './zip-numbers.ts';

/** One entry of a zip: its bytes, or why they can't be had. */
export type ZipEntry = { readonly name: string; readonly size: number; readonly method: number } & (
  | { readonly bytes: Buffer; readonly fault: undefined }
  | { readonly bytes: undefined; readonly fault: 'versleuteld' | 'methode' | Oddity | Damage }
);

/** What the directory says of an entry. */
export interface ZipHeader {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  /** Whether the directory has a field of zip64 for it. */
  readonly isWide: boolean;
  /** By its own system: a link, or a folder or device. */
  readonly isNoFile: 'link' | 'special' | undefined;
  /** Whether a field of its own has another name for it. */
  readonly hasTwoNames: boolean;
}

/** An entry, and where what stands behind it begins, if that is known. */
interface Unpacked {
  readonly entry: ZipEntry;
  readonly end: number | undefined;
}

/** Any of encryption, strong encryption and a directory that is encrypted. */
const encrypted = 0x2041;
const patched = 0x0020;
const stored = 0;
const deflated = 8;

/** Reads one entry out of the bytes before the directory. */
export const unpack = (archive: Buffer, header: ZipHeader): Unpacked => {
  const { name, size, method, packed } = header;
  const local = localAt(archive, header.offset);
  const told = { name, size, method };
  const without = (fault: 'versleuteld' | 'methode' | Oddity | Damage, end?: number): Unpacked => ({
    entry: { ...told, bytes: undefined, fault },
    end,
  });
  if (local === undefined) return without('local-header');
  const behind = local.start + packed;
  if (behind > archive.length) return without('past');
  const descriptor = local.isStreamed ? descriptorAt(archive.subarray(behind), header, local.isWide) : 0;
  const end = typeof descriptor === 'string' ? undefined : behind + descriptor;
  const fault = unread(header, local);
  if (fault !== undefined) return without(fault, end);
  const bytes = expand(archive.subarray(local.start, behind), header);
  if (typeof bytes === 'string') return without(bytes);
  return typeof descriptor === 'string' ? without(descriptor) : { entry: { ...told, bytes, fault: undefined }, end };
};

const localSignature = 0x04034b50;
const localLength = 30;

interface Local {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly sums: readonly number[];
  /** Checksum and sizes stand behind the data. */
  readonly isStreamed: boolean;
  readonly isWide: boolean;
  readonly hasTwoNames: boolean;
  /** Where the data begin. */
  readonly start: number;
}

const localAt = (archive: Buffer, offset: number): Local | undefined => {
  if (offset + localLength > archive.length || archive.readUInt32LE(offset) !== localSignature) return undefined;
  const [flags = 0, method = 0, nameLength = 0, extraLength = 0] = [6, 8, 26, 28].map((shift) =>
    archive.readUInt16LE(offset + shift),
  );
  const behindName = offset + localLength + nameLength;
  const start = behindName + extraLength;
  const numbers = start > archive.length ? 'cut' : wideNumbers(archive.subarray(behindName, start));
  if (numbers === 'cut') return undefined;
  const left = [...(numbers ?? [])];
  const sizes = [22, 18].map((shift) => {
    const short = archive.readUInt32LE(offset + shift);
    return short === elsewhere ? left.shift() : short;
  });
  const [size, packed] = sizes;
  if (size === undefined || packed === undefined) return undefined;
  const name = archive.subarray(offset + localLength, behindName);
  return {
    name: nameIn(name, flags),
    hasTwoNames: hasTwoNames(name, archive.subarray(behindName, start)),
    ...{ flags, method, start, isWide: numbers !== undefined },
    sums: [archive.readUInt32LE(offset + 14), packed, size],
    isStreamed: (flags & 0x0008) !== 0,
  };
};

/** Why an entry is not unpacked: its header here contradicts the directory, or it is packed in a way that is not read. */
const unread = (header: ZipHeader, local: Local): 'versleuteld' | 'methode' | Oddity | Damage | undefined => {
  if (local.name !== header.name) return 'local-name';
  if (header.hasTwoNames || local.hasTwoNames) return 'unicode-name';
  if (((header.flags | local.flags) & encrypted) !== 0) return 'versleuteld';
  if ((header.flags & patched) !== 0) return 'patched';
  if (header.isNoFile !== undefined) return header.isNoFile;
  if (local.method !== header.method) return 'local-method';
  if (header.method !== stored && header.method !== deflated) return 'methode';
  const told = [header.crc, header.packed, header.size];
  const isTold = (value: number, index: number): boolean => value === told[index] || (local.isStreamed && value === 0);
  return local.sums.every(isTold) ? undefined : 'local-sums';
};

/** How long the sums and sizes are that bytes begin with (APPNOTE 4.3.9), or what is wrong with them. */
const descriptorAt = (bytes: Buffer, header: ZipHeader, isWide: boolean): number | Damage => {
  const found = descriptorIn(bytes, header, isWide);
  const otherwise = descriptorIn(bytes, header, !isWide);
  // A reader of the directory knows of zip64 by that alone too (APPNOTE 4.3.9.2).
  const length = found ?? (!isWide && header.isWide ? otherwise : undefined);
  return length ?? (otherwise === undefined ? 'descriptor' : 'descriptor-width');
};

/** Their signature is optional; undefined where they are not those. */
const descriptorIn = (bytes: Buffer, { crc, packed, size }: ZipHeader, isWide: boolean): number | undefined => {
  const width = isWide ? 8 : 4;
  const bare = Buffer.alloc(4 + 2 * width);
  bare.writeUInt32LE(crc);
  for (const [index, value] of [packed, size].entries()) {
    if (isWide) bare.writeBigUInt64LE(BigInt(value), 4 + index * width);
    else bare.writeUInt32LE(value % 2 ** 32, 4 + index * width);
  }
  const signed = Buffer.concat([Buffer.from('PK\x07\x08'), bare]);
  return [signed, bare].find((one) => bytes.subarray(0, one.length).equals(one))?.length;
};

/** Never makes more than the directory announces, whatever the stream holds. */
const expand = (packed: Buffer, header: ZipHeader): Buffer | Damage => {
  if (header.method === stored) return asTold(packed, header);
  try {
    const inflated = inflateRawSync(packed, { maxOutputLength: Math.max(1, header.size), info: true }) as unknown;
    const { buffer, engine } = inflated as { buffer: Buffer; engine: { bytesWritten: number } };
    const bytes = asTold(buffer, header);
    return typeof bytes === 'string' || engine.bytesWritten === packed.length ? bytes : 'packed-length';
  } catch (error) {
    return error instanceof RangeError ? 'length' : 'stream';
  }
};

const asTold = (bytes: Buffer, { size, crc }: ZipHeader): Buffer | Damage => {
  if (bytes.length !== size) return 'length';
  return crc32(bytes) === crc ? bytes : 'sum';
};
