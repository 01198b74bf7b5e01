import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createZstdDecompress } from 'node:zlib';
import { type Checking, type Integrity, checkIntegrity } from '../integrity.ts';
import type { ListedFile, Manifest } from '../manifest.ts';
import { compressionOf } from '../names.ts';
import { windowLog } from './seal.ts';
import type { BundleProblem } from '../problem.ts';
import type { Placed } from '../zip/layout.ts';
import { type FileSource, openFileSource } from './file-source.ts';

/** A package that was checked; an unaltered one lies in a folder like the one that it was made of, until it is closed. */
export interface OpenBundle extends Integrity {
  /** Undefined for what is altered: nothing of that is looked at. */
  readonly folder: string | undefined;
  readonly close: () => void;
}

/** Checks a package, and unpacks it into a folder of its own below that for temporary files; throws where there is no file. */
export const openBundle = async (path: string, { roots }: Pick<Checking, 'roots'> = {}): Promise<OpenBundle> => {
  const source = openFileSource(path);
  try {
    const integrity = await checkIntegrity(source, { sha256: source.sha256, roots });
    if (integrity.problems.length > 0 || integrity.manifest === undefined)
      return { ...integrity, folder: undefined, close: () => undefined };
    return await unpacked(source, integrity, integrity.manifest);
  } finally {
    source.close();
  }
};

const unpacked = async (source: FileSource, integrity: Integrity, manifest: Manifest): Promise<OpenBundle> => {
  const folder = mkdtempSync(join(tmpdir(), '3pas-bundle-'));
  const close = (): void => {
    process.off('exit', close);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', close);
  try {
    const problems = await unpackInto(folder, { source, integrity, manifest });
    if (problems.length === 0) return { ...integrity, folder, close };
    close();
    return { ...integrity, problems, folder: undefined, close: () => undefined };
  } catch (error) {
    close();
    throw error;
  }
};

interface Unpacking {
  readonly source: FileSource;
  readonly integrity: Integrity;
  readonly manifest: Manifest;
}

const unpackInto = async (
  folder: string,
  { source, integrity: { entries }, manifest }: Unpacking,
): Promise<readonly BundleProblem[]> => {
  const files = new Map(manifest.files.map((file) => [file.name, file]));
  const problems: BundleProblem[] = [];
  for (const entry of entries) {
    const file = files.get(entry.name);
    if (file !== undefined && !(await unpackOne(folder, { source, entry, file })))
      problems.push({ kind: 'too-large', file: file.name });
  }
  return problems;
};

interface One {
  readonly source: FileSource;
  readonly entry: Placed;
  readonly file: ListedFile;
}

/** Whether it came to as many bytes as the manifest says; it never writes more. */
const unpackOne = async (folder: string, { source, entry, file }: One): Promise<boolean> => {
  const compression = compressionOf(entry.name);
  const path = join(folder, compression === undefined ? entry.name : entry.name.slice(0, -compression.length - 1));
  const most = file.unpacked ?? file.bytes;
  const limit = limited(most);
  const from = Readable.from(source.each(entry.offset, entry.size));
  try {
    if (compression === undefined) await pipeline(from, limit.stream, createWriteStream(path));
    else await pipeline(from, decompressors[compression](), limit.stream, createWriteStream(path));
  } catch (error) {
    if (limit.isOver() || isOfZlib(error)) return false;
    throw error;
  }
  return limit.length() === most;
};

const decompressors = {
  gz: createGunzip,
  zst: () => createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: windowLog } }),
};

const isOfZlib = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(Z|ZSTD)_/.test(String(error.code));

const limited = (most: number) => {
  let length = 0;
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      length += chunk.length;
      if (length > most) done(new Error('more than was said'));
      else done(null, chunk);
    },
  });
  return { stream, length: () => length, isOver: () => length > most };
};
