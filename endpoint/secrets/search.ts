import { asBytes, base64Of, byteText, folded, needlesOf, type Secret } from './needles.ts';
import { packedFinder, wideIn } from './packed.ts';
import { plainSearch } from './plain-search.ts';
import { unpacked } from './unpack.ts';
import { dense, unwrapped, viewsOf } from './views.ts';

/** Whether a text holds a secret, in whatever encodings software carries text and bytes, one within another. */
export type Search = (text: string) => boolean;

/** What is looked for besides secrets. */
export interface More {
  /** Texts of which the base64 alone is a secret. */
  readonly codes?: readonly string[];
  /** What is found inside of what was decoded, and the bytes that it takes at least. */
  readonly within?: { readonly search: Search; readonly least: number };
  /** Encodings within encodings that are looked through; 4 unless said. */
  readonly depth?: number;
}

/** Characters that are decoded of one text. */
const mostCharacters = 64 * 1024 * 1024;

/** A search for secrets. */
export const searchFor = (
  secrets: readonly Secret[],
  { codes = [], within = { search: () => false, least: Infinity }, depth: deepest = 4 }: More = {},
): Search => {
  const fragments = codes.map((code) => byteText(Buffer.from(code, 'utf8'))).flatMap(base64Of);
  const needles = [...new Set([...secrets.flatMap(needlesOf), ...fragments.map(folded)])];
  if (needles.length === 0) return () => false;
  const shortest = Math.min(...needles.map(({ length }) => length));
  const known = memory();
  const least = Math.min(shortest, within.least);
  const packedIn = packedFinder(least);
  const shortestCode = Math.max(8, Math.floor((least * 4) / 3));
  const isIn = plainSearch(needles);
  const isPlain: Search = (text) => {
    if (text.length < shortest) return false;
    return isIn(folded(text));
  };
  const holds = (text: string, depth: number, left: Left): boolean => {
    left.characters -= text.length;
    if (left.characters < 0) return false;
    const views = viewsOf(text);
    if (views.some(isPlain) || dense(views).some(isPlain)) return true;
    return depth < deepest && isInside(views, { depth: depth + 1, left });
  };
  const isHeld = (bytes: string, place: Place): boolean =>
    within.search(bytes) ||
    isPlain(bytes) ||
    isBinary(bytes, place) ||
    (bytes.match(island) ?? []).some((text) => holds(text, place.depth, place.left));
  const isBinary = (bytes: string, { depth, left }: Place): boolean => {
    const inner = /^[\x1f\x78]/.test(bytes) ? unpacked(Buffer.from(bytes, 'latin1')) : undefined;
    if (inner === 'too-much') return true;
    const more = [...(inner === undefined ? [] : [byteText(inner)]), ...wideIn(bytes)];
    return depth < deepest && more.some((one) => isHeld(one, { depth: depth + 1, left }));
  };
  const isInside = (views: readonly string[], place: Place): boolean => {
    const segments = unwrapped(views).flatMap((view) => view.split(/[<>]+/));
    return segments.some(
      (segment) => segment.length >= shortestCode && !known.has(segment) && isPacked(segment, place),
    );
  };
  const isPacked = (segment: string, place: Place): boolean => {
    for (const { run, bytes } of packedIn(segment, known.has)) {
      if (bytes.some((one) => isHeld(one, place))) return true;
      known.add(run);
    }
    known.add(segment);
    return false;
  };
  return (text) => {
    const bytes = asBytes(text);
    const left = { characters: mostCharacters };
    return isBinary(bytes, { depth: 0, left }) || holds(bytes, 0, left);
  };
};

/** What may still be decoded. */
interface Left {
  characters: number;
}

interface Place {
  readonly depth: number;
  readonly left: Left;
}

/** Text in UTF-8 among bytes, which may be some code once more. */
const island = /(?:[\t\n\r\x20-\x7e]|[\xc2-\xf4][\x80-\xbf]{1,3}){8,}/g;

/** No code crosses markup, and what holds nothing comes again in each answer: so much is remembered, of so many characters. */
const remembered = { texts: 10_000, characters: 400 };

const memory = () => {
  const texts = new Set<string>();
  return {
    has: (text: string): boolean => texts.has(text),
    add: (text: string): void => {
      if (text.length > remembered.characters) return;
      if (texts.size >= remembered.texts) texts.clear();
      texts.add(text);
    },
  };
};
