import { attributes, type Content, type Html, markup } from './markup.ts';

/** A line of a source, with what is said of it below; or what is said where lines are left out. */
export type SourceLine =
  | { readonly line: number; readonly content: Content; readonly remarks?: readonly Content[] }
  | { readonly left: Content };

/** Lines of a source with their numbers. */
export const sourceLines = (lines: readonly SourceLine[], label: string): Html =>
  markup`<ol class="source" aria-label="${label}">${lines.map(item)}</ol>`;

const item = (one: SourceLine): Html => {
  if ('left' in one) return markup`<li class="left">${one.left}</li>\n`;
  const remarks = (one.remarks ?? []).map((remark) => markup`<div class="remark">${remark}</div>`);
  return markup`<li value="${one.line}"><code>${one.content}</code>${remarks}</li>\n`;
};

/** Text that a remark is about. */
export const marked = (text: string): Html => markup`<mark>${text}</mark>`;

/** What is said in place of characters that are left out. */
export const leftOut = (text: Content): Html => markup`<span class="left">${text}</span>`;

/** A place to link to. */
export const placeOf = (id: string, content: Content): Html => markup`<span class="place" id="${id}">${content}</span>`;

/** A list of which each item may be linked to. */
export const placeList = (items: readonly { readonly id?: string; readonly content: Content }[]): Html =>
  markup`<ul>${items.map(({ id, content }) => markup`<li${attributes({ id, class: id === undefined ? undefined : 'place' })}>${content}</li>\n`)}</ul>`;

/** A link that stands in a text. */
export const markLink = (href: string, text: string, label: string): Html =>
  markup`<a class="utrecht-link utrecht-link--html-a mark-link" href="${href}" aria-label="${label}">${text}</a>`;
