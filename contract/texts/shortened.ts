import { createHash } from 'node:crypto';
import type { Bilingual } from './bilingual.ts';

/** Most characters of one text of the other side in a record or a report, and of a text that quotes several. */
const mostOf = { text: 500, sentence: 1000 } as const;

/** A text as it is, or the beginning of a long one with how long it is and a digest, so that different texts stay different. */
export const shortened = (text: string, most: number = mostOf.text): string => {
  if (text.length <= most) return text;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return `${text.slice(0, most).toWellFormed()} … [${String(text.length)} characters, SHA-256 ${digest}…]`;
};

/** The same of a sentence in both languages that quotes what the other side said. */
export const shortenedBoth = ({ nl, en }: Bilingual): Bilingual => ({
  nl: shortened(nl, mostOf.sentence),
  en: shortened(en, mostOf.sentence),
});

/** Most headers of a message that are recorded; undici takes 16 KiB in all. */
const mostHeaders = 50;

/** Headers with long names and values shortened, and told how many more there are. */
export const shortenedHeaders = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const all = Object.entries(headers);
  const shown = all.slice(0, mostHeaders).map(([name, value]) => [shortened(name, 200), shortened(value)] as const);
  const more = all.length - shown.length;
  return Object.fromEntries(more > 0 ? [...shown, ['…', `${String(more)} more headers`] as const] : shown);
};
