import { readCsv } from '../description/csv.ts';
import { columnIn } from '../description/tables.ts';
import type { PublishedEntry } from './published-list.ts';

/** A table brought up to date, and what changed in it. */
export interface RefreshedTable {
  readonly text: string;
  /** Values that it did not have. */
  readonly added: readonly string[];
  /** Values whose first or last day is another. */
  readonly redated: readonly string[];
  /** Values that the list does not have; they stay as they are. */
  readonly unknown: readonly string[];
  /** How many of its values the list has. */
  readonly known: number;
}

type Row = readonly string[];

/** Brings a table up to date by a list: dates of what it has, and what is new and holds on the day or later. Its other rows and columns stay. */
export const refreshedTable = (text: string, entries: readonly PublishedEntry[], today: string): RefreshedTable => {
  const [head, ...rows] = readCsv(text).map(({ fields }) => fields);
  const names = [...(head ?? [])];
  const column = (name: 'value' | 'code' | 'kind' | 'begin' | 'end'): number => columnIn(names, name);
  for (const name of ['begin', 'end'] as const) if (column(name) === -1) names.push(name);
  const [value, code, kind] = [column('value'), column('code'), column('kind')];
  const find = finderIn(entries);
  const matches = rows.map((row) => find(row[value] ?? '', row[code] ?? ''));
  const matched = new Set(matches);
  const dated = rows.map((row, index): Row => {
    const entry = matches[index];
    return entry === undefined
      ? row
      : withFields(row, [
          [column('begin'), entry.begin],
          [column('end'), entry.end],
        ]);
  });
  const style = styleOf(rows, matches, { value, code, kind });
  const fresh = entries
    .filter((one) => !matched.has(one) && style.kinds.has(one.kind) && (one.end === undefined || one.end >= today))
    .map((one): Row => {
      const fields = [
        [value, one.names[style.name] ?? one.names[0]],
        [code, one.codes[style.code] ?? one.codes[0]],
        [kind, style.kinds.get(one.kind)],
        [column('begin'), one.begin],
        [column('end'), one.end],
      ] as const;
      return withFields([], fields);
    });
  const at = (row: Row): string => row[value] ?? '';
  return {
    text: csvOf([names, ...dated, ...fresh], text),
    added: fresh.map(at),
    redated: dated.filter((row, index) => !isAlike(row, rows[index] ?? [])).map(at),
    unknown: rows.filter((_, index) => matches[index] === undefined).map(at),
    known: matches.filter((one) => one !== undefined).length,
  };
};

interface Columns {
  readonly value: number;
  readonly code: number;
}

type Find = (said: string, coded: string) => PublishedEntry | undefined;

/** Finds the first entry of a row by its code, or where it has none by its name or the code that it is: lists are long, and looked through once. */
const finderIn = (entries: readonly PublishedEntry[]): Find => {
  const [byCode, byEither] = [new Map<string, PublishedEntry>(), new Map<string, PublishedEntry>()];
  const put = (all: Map<string, PublishedEntry>, texts: readonly string[], entry: PublishedEntry): void => {
    for (const text of texts) if (!all.has(text)) all.set(text, entry);
  };
  for (const entry of entries) {
    put(byCode, entry.codes, entry);
    put(byEither, [...entry.names, ...entry.codes], entry);
  }
  return (said, coded) => (coded === '' ? byEither.get(said) : byCode.get(coded));
};

const withFields = (row: Row, fields: readonly (readonly [number, string | undefined])[]): Row => {
  const all: (string | undefined)[] = [...row];
  for (const [index, text] of fields) if (index !== -1) all[index] = text ?? '';
  return Array.from(all, (one) => one ?? '');
};

const isAlike = (one: Row, other: Row): boolean =>
  Array.from({ length: Math.max(one.length, other.length) }, (_, index) => index).every(
    (index) => (one[index] ?? '') === (other[index] ?? ''),
  );

/** Which of the names and codes of a list a table has, and what it calls the kinds. */
interface Style {
  readonly name: number;
  readonly code: number;
  readonly kinds: ReadonlyMap<string, string>;
}

const styleOf = (
  rows: readonly Row[],
  matches: readonly (PublishedEntry | undefined)[],
  { value, code, kind }: Columns & { readonly kind: number },
): Style => {
  const found = rows.flatMap((row, index) => {
    const entry = matches[index];
    return entry === undefined ? [] : [{ row, entry }];
  });
  return {
    name: mostOften(found.map(({ row, entry }) => entry.names.indexOf(row[value] ?? ''))),
    code: mostOften(found.map(({ row, entry }) => entry.codes.indexOf(row[code] ?? ''))),
    kinds: new Map(found.map(({ row, entry }) => [entry.kind, row[kind] ?? ''])),
  };
};

const mostOften = (all: readonly number[]): number => {
  const counts = Map.groupBy(
    all.filter((one) => one >= 0),
    (one) => one,
  );
  const [best] = [...counts].toSorted(([, one], [, other]) => other.length - one.length);
  return best?.[0] ?? 0;
};

const csvOf = (rows: readonly Row[], like: string): string => {
  const [first = ''] = like.split('\n', 1);
  const separator = first.includes(';') ? ';' : ',';
  const end = like.includes('\r\n') ? '\r\n' : '\n';
  const field = (text: string): string => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(field).join(separator) + end).join('');
};
