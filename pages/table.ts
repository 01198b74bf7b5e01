import { attributes, type Content, markup, type Html } from './markup.ts';

/** A table with a caption; the first cell of each row is its heading. */
export interface Table {
  readonly id: string;
  readonly caption: Content;
  readonly columns: readonly Column[];
  readonly groups: readonly RowGroup[];
  /** On a narrow screen: each row becomes a card, or the table is moved sideways within its frame. */
  readonly narrow: 'stacked' | 'scrolled';
}

/** A column: `whole` is never broken, `code` is a name of a machine, `room` is not squeezed, `compound` keeps the longest words of which names are joined. */
export interface Column {
  readonly title: string;
  readonly shown?: Content;
  readonly kind?: 'whole' | 'code' | 'room' | 'compound' | undefined;
}

/** Rows that belong together, under a heading of their own where they have one. */
export interface RowGroup {
  readonly heading?: { readonly id: string; readonly text: Content } | undefined;
  readonly rows: readonly Row[];
}

/** The cells of a row; `states` are words that a filter looks for, one for each column after the first. */
export interface Row {
  readonly cells: readonly Content[];
  readonly states?: readonly string[] | undefined;
}

/** Writes a table. */
export const table = ({ id, caption, columns, groups, narrow }: Table): Html => {
  const heads = columns.map(({ title, shown }) => markup`<th scope="col">${shown ?? title}</th>`);
  const bodies = groups.map((group) => body(group, columns, narrow === 'stacked'));
  const parts = markup`<caption id="${id}-caption">${caption}</caption>
<thead class="utrecht-table__header--sticky"><tr>${heads}</tr></thead>
${bodies}`;
  const classes = 'utrecht-table utrecht-table--html-table utrecht-table--distanced';
  return narrow === 'stacked'
    ? markup`<table class="${classes} stacked" id="${id}" role="table">${parts}</table>`
    : markup`<div class="utrecht-table-container utrecht-table-container--overflow-inline" role="region" aria-labelledby="${id}-caption" tabindex="0">
<table class="${classes}" id="${id}">${parts}</table></div>`;
};

const body = ({ heading, rows }: RowGroup, columns: readonly Column[], isStacked: boolean): Html => {
  const span = String(columns.length);
  const head =
    heading === undefined
      ? ''
      : markup`<tr><th class="group" scope="rowgroup" colspan="${span}" id="${heading.id}">${heading.text}</th></tr>\n`;
  const role = attributes({ role: isStacked ? 'rowgroup' : undefined });
  return markup`<tbody${role}>${head}${rows.map((one) => row(one, columns, isStacked))}</tbody>\n`;
};

/** A cell that is laid out as a block is one to a screen reader by its role only. */
const row = ({ cells, states }: Row, columns: readonly Column[], isStacked: boolean): Html => {
  const written = cells.map((content, index) => {
    const column = columns[index];
    const classes = attributes({
      class: column?.kind,
      'data-label': isStacked ? column?.title : undefined,
      role: isStacked ? (index === 0 ? 'rowheader' : 'cell') : undefined,
    });
    return index === 0 ? markup`<th scope="row"${classes}>${content}</th>` : markup`<td${classes}>${content}</td>`;
  });
  const shown = attributes({ 'data-states': states?.join(' '), role: isStacked ? 'row' : undefined });
  return markup`<tr${shown}>${written}</tr>\n`;
};
