import { choice, searchField } from './controls.ts';
import { markup, type Html } from './markup.ts';

/** A form over a table whose rows have states. It is shown only where scripts run: `filter-rows.mjs` does the work. */
export interface RowFilter {
  readonly table: string;
  readonly words: {
    readonly text: string;
    readonly state: string;
    readonly column: string;
    readonly all: string;
    /** With `{shown}` and `{all}` for the counts. */
    readonly count: string;
  };
  readonly states: readonly { readonly value: string; readonly text: string }[];
  readonly columns: readonly string[];
}

/** Writes the form. */
export const rowFilter = ({ table, words, states, columns }: RowFilter): Html => {
  const all = { value: '', text: words.all };
  const columnOptions = columns.map((text, index) => ({ value: String(index + 1), text }));
  return markup`<form class="fields" role="search" data-filters="${table}" data-count="${words.count}" hidden>
${searchField({ name: 'text', label: words.text })}
${choice({ name: 'state', label: words.state }, [all, ...states])}
${choice({ name: 'column', label: words.column }, [all, ...columnOptions])}
<output></output></form>`;
};
