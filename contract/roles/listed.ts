import type { Contract } from '../contract.ts';
import { holdsOn } from '../description/tables.ts';
import type { TableEntry } from '../table.ts';

/** The values of a list on a day; those of a schema hold on each. Undefined for a list that is not there. */
export const listOn = (
  { codeLists, tables }: Pick<Contract, 'codeLists' | 'tables'>,
  name: string,
  today: string,
): readonly string[] | undefined => {
  const entries = entriesOf(tables, name);
  if (entries === undefined) return codeLists.get(name);
  return [...new Set(entries.flatMap((entry) => (holdsOn(entry, today) ? [entry.value] : [])))];
};

/** Whether a list is what a table has of one kind. */
export const isOfKind = ({ tables }: Pick<Contract, 'tables'>, name: string): boolean =>
  !tables.has(name) && entriesOf(tables, name) !== undefined;

/** Rows of a table, or those of one of its kinds; undefined where there is no such table. */
const entriesOf = (tables: Contract['tables'], name: string): readonly TableEntry[] | undefined => {
  const [file = '', ...kind] = name.split('#');
  const table = tables.get(name) ?? tables.get(file);
  return kind.length === 0 || tables.has(name)
    ? table?.entries
    : table?.entries.filter((entry) => entry.kind === kind.join('#'));
};
