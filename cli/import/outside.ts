import { FileTooLarge } from '#xml/read-within';

/** Gathers what stands outside of some stretches of bytes that are given piece by piece. */
export interface Outside {
  readonly begin: (piece: Uint8Array, offset: number) => void;
  /** A stretch begins, in whose place this ASCII is put. */
  readonly leave: (at: number, instead: string) => void;
  /** It has ended before this byte. */
  readonly enter: (at: number) => void;
  readonly finish: () => void;
  readonly bytes: () => Uint8Array;
}

/** Throws `FileTooLarge` once it is more bytes than `most`. */
export const outsideFold = (most: number): Outside => {
  const parts: string[] = [];
  let [length, from, isOutside] = [0, 0, true];
  let [piece, offset]: [Uint8Array, number] = [new Uint8Array(), 0];
  const add = (part: string): void => {
    length += part.length;
    if (length > most) throw new FileTooLarge(most);
    parts.push(part);
  };
  const addUpTo = (at: number): void => {
    const start = Math.max(from, offset);
    if (isOutside && at > start)
      add(Buffer.from(piece.buffer, piece.byteOffset + start - offset, at - start).toString('latin1'));
  };
  return {
    begin: (...next) => {
      [piece, offset] = next;
    },
    leave: (at, instead) => {
      addUpTo(at);
      isOutside = false;
      add(instead);
    },
    enter: (at) => {
      [from, isOutside] = [at, true];
    },
    finish: () => {
      addUpTo(offset + piece.length);
    },
    bytes: () => Buffer.from(parts.join(''), 'latin1'),
  };
};
