import { byteText } from './needles.ts';
import { joined } from './joined.ts';
import { unescaped, withoutQuotedPrintable } from './unescape.ts';

/** Layers of escapes that are undone. */
const layers = 3;

/** A text as it is and with its escapes undone, layer by layer. */
export const viewsOf = (text: string): readonly string[] => {
  const printed = withoutQuotedPrintable(text);
  const views = new Set([text, printed, joined(text), inOneLine(text)].filter((view) => view !== undefined));
  let last: readonly string[] = [...views];
  for (let layer = 0; layer < layers && last.length > 0; layer += 1) {
    last = last
      .flatMap((view) => [unescaped(view), plainLetters(view)])
      .filter((view) => view !== undefined)
      .filter((view) => !views.has(view));
    for (const view of last) views.add(view);
  }
  return [...views];
};

/** Texts in which long codes are whole that were broken into lines. */
export const unwrapped = (views: readonly string[]): readonly string[] =>
  views.flatMap((view) => (/[\r\n]/.test(view) ? [view, view.replace(/\s*[\r\n]\s*/g, '')] : [view]));

/** Texts without white space. */
export const dense = (views: readonly string[]): readonly string[] =>
  views.filter((view) => /\s/.test(view)).map((view) => view.replace(/\s+/g, ''));

/** Letters in UTF-8 that are only drawn otherwise (full-width, circled, mathematical) as the plain ones; undefined where there are none. */
const plainLetters = (text: string): string | undefined =>
  drawn.test(text)
    ? byteText(Buffer.from(Buffer.from(text, 'latin1').toString('utf8').normalize('NFKC'), 'utf8'))
    : undefined;

const drawn = /\xef[\xbc\xbd]|\xf0\x9d[\x90-\x9f]|\xe2[\x91-\x93]/;

/** The lines of uuencode as one, without the length before each; undefined where there is no whole one. */
const inOneLine = (text: string): string | undefined =>
  /M[ -`]{60}\r?\n/.test(text) ? text.replace(/\r?\n[ -`]/g, '') : undefined;
