import type { Table, TableEntry } from '../table.ts';
import type { Place } from '#xml/place';
import { attemptEach } from '../folder/attempt.ts';
import { ContractError } from '../folder/contract-error.ts';
import { bytesOf, type Files } from '../folder/file-names.ts';
import { toGrounding } from '../grounds/grounding.ts';
import { isDay } from '../texts/is-day.ts';
import { type CsvRow, csvText, readCsv } from './csv.ts';
import { type Description } from './description.ts';

/** What the columns of a table are called. */
const columns = {
  value: ['value', 'waarde', 'naam', 'name', 'label'],
  code: ['code', 'identifier', 'id', 'uri'],
  kind: ['kind', 'soort', 'type'],
  begin: ['begin', 'begindatum', 'ingangsdatum', 'from', 'start'],
  end: ['end', 'einddatum', 'eind', 'until', 'to'],
} as const;

type Column = keyof typeof columns;

/** Which of some names is that of a column; -1 for none. */
export const columnIn = (names: readonly string[], column: Column): number =>
  names.findIndex((name) => columns[column].some((one) => one === name.toLowerCase()));

/** The tables that `contract.yaml` names, by file; throws `ContractError` with the line of what is wrong in one. */
export const readTables = ({ entries, placeOf }: Description, files: Files): ReadonlyMap<string, Table> =>
  new Map(
    attemptEach(Object.entries(entries.tables ?? {}), ([file, { of, ground, source }]) => {
      const place = placeOf('tables', file);
      if (of !== undefined && !isDay(of))
        throw new ContractError(placeOf('tables', file, 'of'), `"${of}" is no date; write it as YYYY-MM-DD`);
      const text = csvIn(file, files, place);
      const grounding = toGrounding(ground, source, placeOf('tables', file, 'ground'));
      return [file, { entries: entriesIn(file, readCsv(text)), of, place, ...grounding }] as const;
    }),
  );

/** The text of a CSV file of the folder; throws `ContractError` for one that is not there, or is no text that can be read. */
export const csvIn = (file: string, files: Files, place: Place): string => {
  const text = csvText(bytesOf(file, files, place));
  if (text !== undefined) return text;
  throw new ContractError({ file, line: 1 }, 'the file is UTF-16; save it as CSV UTF-8');
};

const entriesIn = (file: string, [head, ...rows]: readonly CsvRow[]): readonly TableEntry[] => {
  const at = (column: Column): number => columnIn(head?.fields ?? [], column);
  if (at('value') === -1)
    throw new ContractError(
      { file, line: 1 },
      `the table has no column "value"; begin with a row that names the columns: value, and as far as there are any code, begin and end`,
    );
  if (rows.length === 0) throw new ContractError({ file, line: 1 }, 'the table is empty; add its values');
  const found = attemptEach(rows, ({ fields, line }): TableEntry => {
    const text = (column: Column): string => fields[at(column)] ?? '';
    const day = (column: 'begin' | 'end'): string | undefined => {
      const said = text(column);
      if (said !== '' && !isDay(said))
        throw new ContractError({ file, line }, `"${said}" is no date; write it as YYYY-MM-DD`);
      return said === '' ? undefined : said;
    };
    if (text('value') === '') throw new ContractError({ file, line }, 'the row has no value; add it');
    return {
      value: text('value'),
      code: text('code') || undefined,
      kind: text('kind') || undefined,
      begin: day('begin'),
      end: day('end'),
    };
  });
  return found;
};

/** The name of the list that a table has of one kind. */
export const kindList = (file: string, kind: string): string => `${file}#${kind}`;

/** The kinds of a table, in its order. */
export const kindsIn = ({ entries }: Pick<Table, 'entries'>): readonly string[] => [
  ...new Set(entries.flatMap(({ kind }) => kind ?? [])),
];

/** Whether an entry holds on a day; its last day is one of those. */
export const holdsOn = ({ begin, end }: TableEntry, today: string): boolean =>
  (begin === undefined || begin <= today) && (end === undefined || today <= end);
