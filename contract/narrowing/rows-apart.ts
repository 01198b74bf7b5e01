import { attempt } from '../folder/attempt.ts';
import { ContractError } from '../folder/contract-error.ts';
import type { DescriptionRow } from './rows.ts';

/** Throws `ContractError` for each row that another one contradicts, with the line of that. */
export const mustAgreeTogether = (rows: readonly DescriptionRow[]): void => {
  const byPath = new Map<string, DescriptionRow>();
  const parts = rows.map((row) => {
    const key = row.path.join('/');
    const earlier = byPath.get(key);
    if (earlier === undefined) byPath.set(key, row);
    return attempt(() => {
      if (earlier === undefined) return;
      const line = String(earlier.place.line);
      throw new ContractError(row.place, `${key} is described on line ${line} already; keep one of the rows`);
    });
  });
  for (const row of rows)
    parts.push(
      attempt(() => {
        mustHaveRoom(row, byPath);
      }),
      attempt(() => {
        mustBePossible(row, byPath);
      }),
    );
  for (const part of parts) part();
};

type Rows = ReadonlyMap<string, DescriptionRow>;

/** The row by which a place, or what it stands in, is never there. */
const neverBy = (path: readonly string[], rows: Rows): DescriptionRow | undefined =>
  path.map((_, index) => rows.get(path.slice(0, index + 1).join('/'))).find((one) => one?.required === 'never');

/** Nothing is required in what is never there. */
const mustHaveRoom = ({ path, required, place }: DescriptionRow, rows: Rows): void => {
  const never = neverBy(path.slice(0, -1), rows);
  if (never === undefined || required === undefined || required === 'no' || required === 'never') return;
  throw new ContractError(
    place,
    `${path.join('/')} is required, and by line ${String(never.place.line)} ${never.path.join('/')} is never there; correct one of the rows`,
  );
};

/** A condition speaks of another place, which may be there, and may have such values. */
const mustBePossible = ({ path, required, place }: DescriptionRow, rows: Rows): void => {
  if (required === undefined || typeof required === 'string') return;
  const [own, asked] = [path.join('/'), required.path.join('/')];
  if (own === asked)
    throw new ContractError(place, `${own} is required by what it says itself; name another place, or write ja or nee`);
  const never = neverBy(required.path, rows);
  if (never !== undefined)
    throw new ContractError(
      place,
      `${own} depends on ${asked}, and by line ${String(never.place.line)} ${never.path.join('/')} is never there; correct one of the rows`,
    );
  const other = rows.get(asked);
  const unknown =
    other === undefined || other.values.length === 0
      ? []
      : required.values.filter((one) => !other.values.includes(one));
  if (unknown.length === 0) return;
  throw new ContractError(
    place,
    `${own} depends on ${asked} being ${unknown.join(', ')}, and line ${String(other?.place.line)} lists no such value; correct one of the rows`,
  );
};
