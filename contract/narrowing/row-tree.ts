import type { Place } from '#xml/place';
import type { DescriptionRow } from './rows.ts';

/** Rows by the steps of their paths. */
export interface RowTree {
  readonly row: DescriptionRow | undefined;
  readonly below: ReadonlyMap<string, RowTree>;
}

/** Puts rows in a tree. */
export const rowTree = (rows: readonly DescriptionRow[], depth = 0): RowTree => {
  const row = rows.find(({ path }) => path.length === depth);
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

/** All rows of a tree. */
export const rowsIn = ({ row, below }: RowTree): readonly DescriptionRow[] => [
  ...(row === undefined ? [] : [row]),
  ...[...below.values()].flatMap(rowsIn),
];

/** A place as people write it. */
export const placed = ({ file, line }: Place): string => `${file}:${String(line)}`;
