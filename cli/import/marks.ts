/** Bytes that make up the form of JSON. They are ASCII, so no character of UTF-8 holds one. */
export const mark = {
  quote: 0x22,
  colon: 0x3a,
  list: 0x5b,
  listEnd: 0x5d,
  object: 0x7b,
  objectEnd: 0x7d,
} as const;

const backslash = 0x5c;
const marks = new Set<number>(Object.values(mark));
const isMark = Uint8Array.from({ length: 256 }, (_, byte) => (marks.has(byte) ? 1 : 0));

/** Calls `heard` with each mark outside of strings and where it is, in pieces that are given one after another; a string is told at its end, with its start. */
export const marksFold = (heard: (byte: number, at: number, start: number) => void): ((piece: Uint8Array) => void) => {
  let offset = 0;
  let start = -1;
  let isEscaped = false;
  return (piece) => {
    for (let index = 0; index < piece.length; index += 1) {
      const byte = piece[index] ?? 0;
      const at = offset + index;
      if (start < 0) {
        if (byte === mark.quote) start = at;
        else if (isMark[byte] === 1) heard(byte, at, at);
      } else if (isEscaped) isEscaped = false;
      else if (byte === backslash) isEscaped = true;
      else if (byte === mark.quote) {
        heard(byte, at, start);
        start = -1;
      }
    }
    offset += piece.length;
  };
};
