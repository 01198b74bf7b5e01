import { joined } from './joined.ts';
import { unescaped, withoutQuotedPrintable } from './unescape.ts';

/** Layers of escapes that are undone. */
const layers = 3;

/** A text as it is and with its escapes undone, layer by layer. */
export const viewsOf = (text: string): readonly string[] => {
  const printed = withoutQuotedPrintable(text);
  const views = new Set([text, printed, joined(text)].filter((view) => view !== undefined));
  let last: readonly string[] = [...views];
  for (let layer = 0; layer < layers && last.length > 0; layer += 1) {
    last = last.flatMap((view) => unescaped(view) ?? []).filter((view) => !views.has(view));
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
