/** Bytes that come in pieces; a piece of one byte costs one byte, where a list of pieces costs an object each. */
export interface GatheredBytes {
  readonly length: () => number;
  readonly add: (piece: Uint8Array) => void;
  /** All bytes up to now, in memory of their own. */
  readonly whole: () => Uint8Array;
}

/** Collects bytes that come in pieces. */
export const gatherBytes = (): GatheredBytes => {
  let room = Buffer.alloc(0);
  let length = 0;
  const grow = (least: number): void => {
    const larger = Buffer.allocUnsafe(Math.max(least, 2 * room.length, smallestRoom));
    room.copy(larger, 0, 0, length);
    room = larger;
  };
  return {
    length: () => length,
    add: (piece) => {
      if (length + piece.length > room.length) grow(length + piece.length);
      room.set(piece, length);
      length += piece.length;
    },
    whole: () => Buffer.from(room.subarray(0, length)),
  };
};

const smallestRoom = 4096;
