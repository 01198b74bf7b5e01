import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import type { KeptBytes } from '#contract/wire/kept-bytes';

/** A file that bytes are appended to, compressed; each process that writes has one of its own. */
export interface Pack {
  readonly number: number;
  /** Takes bytes in; they are on disk after the next `flush`. */
  readonly add: (bytes: Uint8Array) => Omit<KeptBytes, 'sha256'>;
  /** Hands what was added to the operating system. */
  readonly flush: () => void;
  /** Ends the last gzip member and the file; nothing is added afterwards. */
  readonly close: () => void;
}

/** One gzip member so far. */
interface Member {
  readonly start: number;
  size: number;
  checksum: number;
  /** The bytes against which the next ones are compressed. */
  window: Buffer;
}

/** Opens the next free pack of a folder, which is made. */
export const openPack = (folder: string): Pack => {
  mkdirSync(folder, { recursive: true });
  const { number, handle } = createNext(folder);
  let pending: Uint8Array[] = [];
  let end = 0;
  const write = (piece: Uint8Array): void => {
    pending.push(piece);
    end += piece.length;
  };
  const begin = (): Member => {
    const start = end;
    write(memberHead);
    return { start, size: 0, checksum: 0, window: Buffer.alloc(0) };
  };
  let member: Member | undefined;
  const endMember = (): void => {
    if (member !== undefined) write(memberEnd(member));
    member = undefined;
  };
  const flush = (): void => {
    const all = Buffer.concat(pending);
    pending = [];
    for (let done = 0; done < all.length; done += writeSync(handle, all, done));
  };
  return {
    number,
    add: (bytes) => {
      if (member !== undefined && member.size >= memberSize) endMember();
      member ??= begin();
      const at = member.size;
      write(deflated(bytes, member.window));
      member.size += bytes.length;
      member.checksum = crc32(bytes, member.checksum);
      member.window = windowAfter(member.window, bytes);
      return { pack: number, member: member.start, at, bytes: bytes.length };
    },
    flush,
    close: () => {
      endMember();
      flush();
      closeSync(handle);
    },
  };
};

const createNext = (folder: string): { readonly number: number; readonly handle: number } => {
  for (let number = 1; ; number += 1) {
    try {
      return { number, handle: openSync(join(folder, `${String(number)}.gz`), 'ax') };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
};

/** Bytes after which a member is closed: large ones compress better, and reading one exchange takes inflating one member. */
const memberSize = 256 * 1024;

/** RFC 1952, 2.3: deflate, no name, no time, by an unknown system. */
const memberHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** An empty last block of deflate, and what RFC 1952 ends a member with. */
const memberEnd = ({ checksum, size }: Member): Buffer => {
  const end = Buffer.alloc(10);
  end.writeUInt16LE(0x0003, 0);
  end.writeUInt32LE(checksum, 2);
  end.writeUInt32LE(size, 6);
  return end;
};

/** Deflate can look back so far. */
const windowSize = 32 * 1024;

/** A piece of a deflate stream that is complete in itself, so that it can be read even if the process is killed. */
const deflated = (bytes: Uint8Array, window: Buffer): Buffer =>
  deflateRawSync(bytes, {
    level: 6,
    finishFlush: constants.Z_SYNC_FLUSH,
    ...(window.length === 0 ? {} : { dictionary: window }),
  });

const windowAfter = (window: Buffer, bytes: Uint8Array): Buffer =>
  bytes.length >= windowSize
    ? Buffer.from(bytes.subarray(bytes.length - windowSize))
    : Buffer.concat([window.subarray(Math.max(0, window.length + bytes.length - windowSize)), bytes]);
