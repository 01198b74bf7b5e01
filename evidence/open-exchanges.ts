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
  const memberOf = (kept: KeptBytes): Buffer => {
    const key = keyOf(kept);
    const known = members.get(key) ?? attempt(join(directory, 'exchanges', `${String(kept.pack)}.gz`), kept);
    members.delete(key);
    members.set(key, known);
    forgetOldest(members);
    return known;
  };
  const find = (kept: KeptBytes): Buffer | undefined => {
    const member = memberOf(kept);
    const bytes = member.subarray(kept.at, kept.at + kept.bytes);
    // What is judged for long is not to hold all that stands beside it.
    const own = member.length > mostBytes ? Buffer.from(bytes) : bytes;
    return digestOf(bytes) === kept.sha256 ? own : undefined;
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
const attempt = (file: string, kept: KeptBytes): Buffer => {
  try {
    return readMember(file, kept);
  } catch {
    return Buffer.alloc(0);
  }
};

/** Members that stay in memory, and their bytes: the next read is mostly in the same one. */
const mostMembers = 8;
const mostBytes = 4 * 1024 * 1024;

/** The last one read stays, however large. */
const forgetOldest = (members: Map<string, Buffer>): void => {
  let bytes = [...members.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [key, { length }] of members) {
    if (members.size === 1 || (members.size <= mostMembers && bytes <= mostBytes)) return;
    members.delete(key);
    bytes -= length;
  }
};

/** More than a member takes: it is closed at 256 KiB, and its last bytes are those of one exchange. */
export const mostOfMember = 8 * 1024 * 1024;

/** RFC 1952, 2.3: the head of a member without name or time. */
const headSize = 10;

/** The bytes of a member, as many as are needed at least where its writer came so far. */
const readMember = (file: string, { member, at, bytes }: KeptBytes): Buffer => {
  const handle = openFile(file);
  try {
    const most = Math.max(0, Math.min(mostOfMember, fstatSync(handle).size - member));
    for (let read = Math.min(most, usualMember); ; read = Math.min(most, read * 4)) {
      const packed = Buffer.allocUnsafe(read);
      const length = readSync(handle, packed, 0, read, member);
      const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostOfMember };
      const whole = inflateRawSync(packed.subarray(headSize, length), options);
      if (whole.length >= at + bytes || read === most) return whole;
    }
  } finally {
    closeSync(handle);
  }
};

/** Most members are packed in less. */
const usualMember = 256 * 1024;
