/** What a piece of XML text says, without marks of CDATA sections and with its numbered references resolved. */
export const plain = (piece: string): string =>
  piece
    .replace(/\]\]>|<!\[CDATA\[/g, '')
    .replace(/&#(?:[xX]([\dA-Fa-f]+)|(\d+));/g, (whole, hex: string | undefined, decimal: string | undefined) => {
      const code = Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });

/** Pieces of a text: marks of sections, references, and characters. */
const pieces = /\]\]>|<!\[CDATA\[|&#\w+;|[^]/g;

const isWritten = (piece: string): boolean => /^\S$/.test(plain(piece));

/** Other ASCII text without white space in the style of one: what stood between its characters stays where it was, and what was a reference is one. */
export const restyled = (text: string, wanted: string): string => {
  const all = text.match(pieces) ?? [];
  const left = [...wanted].reverse();
  const last = all.filter(isWritten).length;
  let count = 0;
  const next = (piece: string): string => {
    if (!isWritten(piece)) return piece;
    count += 1;
    const character = left.pop() ?? '';
    const own = piece.length > 1 && character !== '' ? reference(piece, character) : character;
    return count < last ? own : own + left.splice(0).reverse().join('');
  };
  return all.map(next).join('');
};

const reference = (like: string, character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  return /^&#[xX]/.test(like) ? `&#x${code.toString(16).toUpperCase()};` : `&#${String(code)};`;
};
