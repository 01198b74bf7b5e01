import type { Contract } from '../contract.ts';
import { holdsOn } from '../description/tables.ts';

/** The values of a list on a day; those of a schema hold on each. Undefined for a list that is not there. */
export const listOn = (
  { codeLists, tables }: Pick<Contract, 'codeLists' | 'tables'>,
  name: string,
  today: string,
): readonly string[] | undefined => {
  const table = tables.get(name);
  if (table === undefined) return codeLists.get(name);
  return [...new Set(table.entries.flatMap((entry) => (holdsOn(entry, today) ? [entry.value] : [])))];
};
