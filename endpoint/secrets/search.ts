import { asBytes, base64Of, byteText, folded, needlesOf, type Secret } from './needles.ts';
import { packedIn, wideIn } from './packed.ts';
import { unpacked } from './unpack.ts';
import { dense, unwrapped, viewsOf } from './views.ts';

/** Whether a text holds a secret, in whatever encodings software carries text and bytes, one within another. */
export type Search = (text: string) => boolean;

/** What is looked for besides secrets. */
export interface More {
  /** Texts of which the base64 alone is a secret. */
  readonly codes?: readonly string[];
  /** What is found inside of what was decoded. */
  readonly within?: Search;
}

/** Encodings within encodings that are looked through, and characters that are decoded of one text. */
const bounds = { depth: 4, characters: 64 * 1024 * 1024 };

/** A search for secrets. */
export const searchFor = (secrets: readonly Secret[], { codes = [], within = () => false }: More = {}): Search => {
  const fragments = codes.map((code) => byteText(Buffer.from(code, 'utf8'))).flatMap(base64Of);
  const needles = [...new Set([...secrets.flatMap(needlesOf), ...fragments.map(folded)])];
  if (needles.length === 0) return () => false;
  const shortest = Math.min(...needles.map(({ length }) => length));
  const known = memory();
  const isPlain: Search = (text) => {
    if (text.length < shortest) return false;
    const low = folded(text);
    return needles.some((needle) => low.includes(needle));
  };
  const holds = (text: string, depth: number, left: Left): boolean => {
    left.characters -= text.length;
    if (left.characters < 0) return false;
    const views = viewsOf(text);
    if (views.some(isPlain) || dense(views).some(isPlain)) return true;
    return depth < bounds.depth && isInside(text, views, { depth: depth + 1, left });
  };
  const isHeld = (bytes: string, { depth, left }: Place): boolean =>
    within(bytes) || (mayHoldMore.test(bytes) ? holds(bytes, depth, left) : isPlain(bytes));
  const isInside = (text: string, views: readonly string[], place: Place): boolean => {
    const inner = /^[\x1f\x78]/.test(text) ? unpacked(Buffer.from(text, 'latin1')) : undefined;
    if (inner === 'too-much') return true;
    if (inner !== undefined && isHeld(byteText(inner), place)) return true;
    if (wideIn(text).some((bytes) => isHeld(bytes, place))) return true;
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
  return (text) => holds(asBytes(text), 0, { characters: bounds.characters });
};

/** What may still be decoded. */
interface Left {
  characters: number;
}

interface Place {
  readonly depth: number;
  readonly left: Left;
}

/** Bytes that may be text in some code once more, or packed. */
const mayHoldMore = /[\x20-\x7e]{8}|[\x01-\x7f]\0[\x01-\x7f]\0|\0[\x01-\x7f]\0[\x01-\x7f]|^\x1f\x8b|^\x78/;

/** No code crosses markup, and what holds nothing comes again in each answer: so much is remembered, of so many characters. */
const remembered = { texts: 10_000, characters: 400 };

const shortestCode = 8;

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
