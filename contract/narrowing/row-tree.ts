import type { Place } from '#xml/place';
import { ContractError } from '../folder/contract-error.ts';
import type { DescriptionRow } from './rows.ts';

/** Rows by the steps of their paths. */
export interface RowTree {
  readonly row: DescriptionRow | undefined;
  readonly below: ReadonlyMap<string, RowTree>;
}

/** Puts rows in a tree; throws `ContractError` where two describe one place. */
export const rowTree = (rows: readonly DescriptionRow[], depth = 0): RowTree => {
  const [row, second] = rows.filter(({ path }) => path.length === depth);
  if (second !== undefined)
    throw new ContractError(
      second.place,
      `${second.path.join('/')} is described on line ${String(row?.place.line)} already; keep one of the rows`,
    );
  const deeper = Map.groupBy(
    rows.filter(({ path }) => path.length > depth),
    ({ path }) => path[depth] ?? '',
  );
  return { row, below: new Map([...deeper].map(([step, all]) => [step, rowTree(all, depth + 1)])) };
};

/** The first row of a tree, which stands for all. */
export const firstRow = ({ row, below }: RowTree): DescriptionRow => {
  if (row !== undefined) return row;
  for (const one of below.values()) return firstRow(one);
  throw new TypeError('a tree has a row');
};

/** A place as people write it. */
export const placed = ({ file, line }: Place): string => `${file}:${String(line)}`;
