import { attributes, type Content, markup, type Html } from './markup.ts';

/** A link; `current` is the page or choice that one is at, which leads nowhere. */
export const link = (href: string, text: Content, current = false): Html =>
  current
    ? markup`<strong aria-current="true">${text}</strong>`
    : markup`<a class="utrecht-link utrecht-link--html-a" href="${href}">${text}</a>`;

/** A paragraph. */
export const paragraph = (content: Content): Html =>
  markup`<p class="utrecht-paragraph utrecht-paragraph--distanced">${content}</p>`;

/** A paragraph of less weight, such as a note. */
export const note = (content: Content): Html =>
  markup`<p class="utrecht-paragraph utrecht-paragraph--small utrecht-paragraph--distanced quiet">${content}</p>`;

/** A heading of a part of the page. */
export const heading = (text: Content): Html =>
  markup`<h2 class="utrecht-heading-2 utrecht-heading-2--distanced">${text}</h2>`;

const tones = {
  good: 'utrecht-badge-status--safe',
  bad: 'utrecht-badge-status--danger',
  care: 'utrecht-badge-status--warning',
} as const;

/** A word that stands out, and says the same without its colour. */
export const status = (tone: keyof typeof tones, text: Content): Html =>
  markup`<span class="utrecht-badge-status ${tones[tone]}">${text}</span>`;

interface Field {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
}

/** A field to search by. */
export const searchField = ({ name, label, value }: Field): Html =>
  markup`<div><label class="utrecht-form-label" for="field-${name}">${label}</label>
<input class="utrecht-textbox utrecht-textbox--html-input" type="search" id="field-${name}" name="${name}" value="${value}" autocomplete="off" spellcheck="false"></div>`;

/** A choice of one; the first option is for all. */
export const choice = (
  { name, label, value }: Field,
  options: readonly { readonly value: string; readonly text: string }[],
): Html => {
  const listed = options.map((one) => {
    const chosen = attributes({ value: one.value, selected: one.value === value });
    return markup`<option${chosen}>${one.text}</option>`;
  });
  return markup`<div><label class="utrecht-form-label" for="field-${name}">${label}</label>
<select class="utrecht-select utrecht-select--html-select" id="field-${name}" name="${name}">${listed}</select></div>`;
};

/** A form that reloads the page with its fields in the address; `kept` are hidden values. */
export const askingForm = (fields: readonly Html[], submit: string, kept: Readonly<Record<string, string>>): Html => {
  const hidden = Object.entries(kept).map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`,
  );
  return markup`<form class="fields" method="get" role="search">${hidden}${fields}
<button class="utrecht-button utrecht-button--submit" type="submit">${submit}</button></form>`;
};

/** A form that has something done, by a POST to an address. */
export const actionForm = (action: string, fields: readonly Html[], submit: string): Html =>
  markup`<form class="fields" method="post" action="${action}">${fields}
<button class="utrecht-button utrecht-button--submit" type="submit">${submit}</button></form>`;

/** Text as others wrote it, line by line. */
export const written = (text: string, label: string): Html =>
  markup`<pre class="written" aria-label="${label}" role="region">${text}</pre>`;

/** A part of the page that `renew.mjs` keeps up to date. */
export const renewed = (content: Content, gone: string): Html =>
  markup`<p class="utrecht-paragraph" id="gone" role="status" data-text="${gone}"></p><div id="live">${content}</div>`;

/** What keeps its width, and is moved sideways within its frame on a narrow screen, where its beginning or its end is seen first. */
export const wide = (content: Content, label: string, first: 'begin' | 'end' = 'begin'): Html =>
  markup`<div class="utrecht-table-container utrecht-table-container--overflow-inline${first === 'end' ? ' end-first' : ''}" role="region" aria-label="${label}" tabindex="0">${content}</div>`;

/** Text that may be broken where a word of it begins: in compound names, and after the marks of a path. */
export const breakable = (text: string): Html => {
  const parts = text.split(/(?<=\p{Ll})(?=\p{Lu})|(?<=[/#._-])/u);
  return markup`${parts.flatMap((part, index) => (index === 0 ? [part] : [markup`<wbr>`, part]))}`;
};
