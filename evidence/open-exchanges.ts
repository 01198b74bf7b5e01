import { createHash } from 'node:crypto';
import { closeSync, fstatSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { constants, inflateRawSync } from 'node:zlib';
import type { KeptBytes } from '#contract/wire/kept-bytes';
import { keptBytesName, readKeptIndex } from './kept-index.ts';
import { openFile } from './open-file.ts';

/** Gives the bytes that a run kept; undefined for those that are gone or damaged. */
export type BytesOf = (kept: KeptBytes) => Buffer | undefined;

/** Reads the bytes that a run kept in an output folder, by where its journal says they are, or the index of a package. */
export const openExchanges = (directory: string): BytesOf => {
  const index = readKeptIndex(directory);
  return index === undefined ? openPacks(directory) : openPackage(join(directory, keptBytesName), index);
};

const openPackage =
  (file: string, index: NonNullable<ReturnType<typeof readKeptIndex>>): BytesOf =>
  ({ sha256 }) => {
    const kept = index.get(sha256);
    const found = kept === undefined || 'recipe' in kept ? undefined : attemptAt(file, kept);
    return found !== undefined && digestOf(found) === sha256 ? found : undefined;
  };

/** Undefined where the file is gone or too short. */
const attemptAt = (file: string, { at, bytes }: Pick<KeptBytes, 'at' | 'bytes'>): Buffer | undefined => {
  if (bytes > mostOfMember) return undefined;
  try {
    const handle = openFile(file);
    try {
      const found = Buffer.alloc(bytes);
      return readSync(handle, found, 0, bytes, at) === bytes ? found : undefined;
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined;
  }
};

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Tells of bytes whether a package holds a recipe in their place. */
export const recipesIn = (directory: string): ((kept: KeptBytes) => boolean) => {
  const index = readKeptIndex(directory);
  return ({ sha256 }) => {
    const kept = index?.get(sha256);
    return kept !== undefined && 'recipe' in kept;
  };
};

const openPacks = (directory: string): BytesOf => {
  const members = new Map<string, Buffer>();
  const memberOf = ({ pack, member }: KeptBytes): Buffer => {
    const key = keyOf({ pack, member });
    const known = members.get(key) ?? attempt(join(directory, 'exchanges', `${String(pack)}.gz`), member);
    members.delete(key);
    members.set(key, known);
    const [oldest] = members.keys();
    if (members.size > mostMembers && oldest !== undefined) members.delete(oldest);
    return known;
  };
  const find = (kept: KeptBytes): Buffer | undefined => {
    const bytes = memberOf(kept).subarray(kept.at, kept.at + kept.bytes);
    return digestOf(bytes) === kept.sha256 ? bytes : undefined;
  };
  return (kept) => {
    const found = find(kept);
    // A member that is still written to has grown since it was read.
    if (found !== undefined || !members.delete(keyOf(kept))) return found;
    return find(kept);
  };
};

const keyOf = ({ pack, member }: Pick<KeptBytes, 'pack' | 'member'>): string => `${String(pack)} ${String(member)}`;

/** Nothing where the pack is gone, or holds no such member any more. */
const attempt = (file: string, start: number): Buffer => {
  try {
    return readMember(file, start);
  } catch {
    return Buffer.alloc(0);
  }
};

/** Members that stay in memory: the next read is mostly in the same one. */
const mostMembers = 8;

/** More than a member takes: it is closed at 256 KiB, and its last bytes are those of one exchange. */
export const mostOfMember = 8 * 1024 * 1024;

/** RFC 1952, 2.3: the head of a member without name or time. */
const headSize = 10;

/** The bytes of a member, up to where its writer stopped. */
const readMember = (file: string, start: number): Buffer => {
  const handle = openFile(file);
  try {
    const packed = Buffer.allocUnsafe(Math.max(0, Math.min(mostOfMember, fstatSync(handle).size - start)));
    const length = readSync(handle, packed, 0, packed.length, start);
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostOfMember };
    return inflateRawSync(packed.subarray(headSize, length), options);
  } finally {
    closeSync(handle);
  }
};
