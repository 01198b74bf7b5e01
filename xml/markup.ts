/** What a document's markup shows before any parser sees it. */
export interface Markup {
  readonly doctype: boolean;
  /** Processing instructions besides the XML declaration; one that is not at the very start is no instruction either, but not well-formed (XML 1.0, 2.6 and 2.8). */
  readonly instructions: boolean;
  /** What is beyond what any real delivery has, so that no parser need try it. */
  readonly excess: Excess | undefined;
  /** As many as were seen. */
  readonly elements: number;
}

/** Sections are comments and CDATA sections: libxml2 copies a text again at each of them. */
export type Excess = 'depth' | 'elements' | 'attributes' | 'sections';

/** Most of each that is let through to a parser; libxml2 itself stops a little deeper. */
const most: Readonly<Record<Excess, number>> = { depth: 250, elements: 100_000, attributes: 500, sections: 2000 };

/** Reads over the tags of a text once, in linear time; stops at what is not to be parsed, or is no markup. */
export const markupOf = (text: string): Markup => {
  const counts = { depth: 0, elements: 0, attributes: 0, sections: 0 };
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  let instructions = false;
  for (let at = text.indexOf('<', start); at >= 0; at = text.indexOf('<', at)) {
    const piece = pieceAt(text, at);
    if (piece === undefined) break;
    if (piece.kind === 'doctype') return { doctype: true, instructions, excess: undefined, elements: counts.elements };
    if (piece.kind === 'instruction' && !isDeclaration(text, at)) instructions = true;
    const excess = countPiece(counts, piece, text.slice(at, piece.end));
    if (excess !== undefined) return { doctype: false, instructions, excess, elements: counts.elements };
    at = piece.end;
  }
  return { doctype: false, instructions, excess: undefined, elements: counts.elements };
};

interface Piece {
  readonly kind: 'comment' | 'cdata' | 'doctype' | 'instruction' | 'open' | 'empty' | 'close';
  readonly end: number;
}

const kinds = ['depth', 'elements', 'attributes', 'sections'] as const;

const countPiece = (counts: Record<Excess, number>, { kind }: Piece, tag: string): Excess | undefined => {
  if (kind === 'close') counts.depth -= 1;
  if (kind === 'open') counts.depth += 1;
  if (kind === 'comment' || kind === 'cdata') counts.sections += 1;
  if (kind === 'open' || kind === 'empty') {
    counts.elements += 1;
    counts.attributes = tag.split('=').length - 1;
  }
  return kinds.find((one) => counts[one] > most[one]);
};

/** What begins with these ends with that; the rest is a tag. */
const delimited: readonly (readonly [begin: string, end: string, kind: Piece['kind']])[] = [
  ['<!--', '-->', 'comment'],
  ['<![CDATA[', ']]>', 'cdata'],
  ['<!', '', 'doctype'],
  ['<?', '?>', 'instruction'],
  ['</', '>', 'close'],
];

const pieceAt = (text: string, at: number): Piece | undefined => {
  const [begin, end, kind] = delimited.find(([mark]) => text.startsWith(mark, at)) ?? [];
  if (begin === undefined || end === undefined || kind === undefined) return tagAt(text, at);
  const found = text.indexOf(end, at + begin.length);
  return found < 0 ? undefined : { kind, end: found + end.length };
};

const tagAt = (text: string, at: number): Piece | undefined => {
  const end = endOfTag(text, at + 1);
  return end === undefined ? undefined : { kind: text[end - 2] === '/' ? 'empty' : 'open', end };
};

const endOfTag = (text: string, from: number): number | undefined => {
  let at = from;
  while (at < text.length) {
    const character = text[at] ?? '';
    if (character === '>') return at + 1;
    if (character === '<') return undefined;
    at = character === '"' || character === "'" ? afterQuote(text, at) : at + 1;
  }
  return undefined;
};

const afterQuote = (text: string, at: number): number => {
  const end = text.indexOf(text[at] ?? '', at + 1);
  return end < 0 ? text.length : end + 1;
};

const isDeclaration = (text: string, at: number): boolean => /^<\?xml[ \t\r\n?]/i.test(text.slice(at, at + 6));

/** The text without the encoding in its XML declaration, which counts for nothing once it is text; all else stays where it was. */
export const withoutEncoding = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/^<\?xml[ \t\r\n][^>]*\?>/, (declaration) => declaration.replace(encoding, blank));

const encoding = /[ \t\r\n]encoding[ \t\r\n]*=[ \t\r\n]*(?:"[^"]*"|'[^']*')/;
const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');
