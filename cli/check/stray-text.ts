import type { Span } from '#xml/places';

const piece =
  /<!--[^]*?(?:-->|$)|<!\[CDATA\[([^]*?)(?:\]\]>|$)|<\?[^]*?(?:\?>|$)|<\/[^>]*>|<(?:[^>"']|"[^"]*"|'[^']*')*>|[^<]+/gu;

/** The first text between the children of an element whose name stands at a place; undefined where there is none. */
export const strayText = (text: string, name: Span): Span | undefined => {
  piece.lastIndex = text.lastIndexOf('<', name.start);
  let depth = 0;
  for (let match = piece.exec(text); match !== null; match = piece.exec(text)) {
    const [whole, data] = match;
    if (depth === 1 && (data ?? whole).trim() !== '' && (data !== undefined || !whole.startsWith('<')))
      return spanOf(match.index, whole);
    depth += stepOf(whole);
    if (depth <= 0) return undefined;
  }
  return undefined;
};

const spanOf = (at: number, whole: string): Span => {
  const start = at + (whole.length - whole.trimStart().length);
  return { start, end: start + whole.trim().length };
};

/** How much deeper a tag leads. */
const stepOf = (whole: string): number => {
  if (!/^<[^!?]/.test(whole)) return 0;
  if (whole.startsWith('</')) return -1;
  return whole.endsWith('/>') ? 0 : 1;
};
