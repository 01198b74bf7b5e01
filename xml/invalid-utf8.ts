import { isUtf8 } from 'node:buffer';

/** A byte that is no part of UTF-8, with its place: line and column, in characters, from 1. */
export interface InvalidByte {
  readonly byte: number;
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** The first byte that makes bytes no UTF-8; undefined where all are. */
export const invalidUtf8 = (bytes: Uint8Array): InvalidByte | undefined => {
  if (isUtf8(bytes)) return undefined;
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isBeginning(bytes, middle)) good = middle;
    else bad = middle;
  }
  const offset = startOf(bytes, good);
  const before = Buffer.from(bytes.subarray(0, offset)).toString('utf8');
  const lines = before.split(/\r\n|\r|\n/);
  return { byte: bytes[offset] ?? 0, line: lines.length, column: Array.from(lines.at(-1) ?? '').length + 1, offset };
};

/** Whether so many bytes are UTF-8, but for a character that goes on behind them. */
const isBeginning = (bytes: Uint8Array, length: number): boolean => {
  const start = startOf(bytes, length);
  return isUtf8(bytes.subarray(0, start)) && isPartly(bytes.subarray(start, length));
};

/** Where the character begins that may be cut off at a length. */
const startOf = (bytes: Uint8Array, length: number): number => {
  for (let back = 1; back <= Math.min(3, length); back += 1) {
    const byte = bytes[length - back] ?? 0;
    if (byte >= 0xc0) return lengthOf(byte) > back ? length - back : length;
    if (byte < 0x80) return length;
  }
  return length;
};

const lengthOf = (first: number): number => (first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2);

const isPartly = (bytes: Uint8Array): boolean => {
  if (bytes.length === 0) return true;
  const [first = 0, ...rest] = bytes;
  return first >= 0xc2 && first <= 0xf4 && rest.every((byte) => byte >= 0x80 && byte < 0xc0);
};
