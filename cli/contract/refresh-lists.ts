import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Bilingual } from '#contract/texts/bilingual';
import type { Contract } from '#contract/contract';
import { csvText } from '#contract/description/csv';
import { descriptionFile } from '#contract/folder/folder';
import { readPublishedList, type PublishedEntry } from '#contract/lists/published-list';
import { type RefreshedTable, refreshedTable } from '#contract/lists/refreshed-table';
import { readWithoutExamples } from '#contract/reader';
import type { Language } from '#reporters/texts';
import { writeTold } from '../folder/write-told.ts';
import { languageOf } from '../language.ts';
import { momentOf } from '../run/clock.ts';
import { readWithin } from '#xml/read-within';
import { UsageError } from '../usage-error.ts';
import { amount } from './amount.ts';
import { withDayOf } from './table-day.ts';

/** The options of `3pas contract refresh-lists` as they are given. */
export interface RefreshOptions {
  readonly from: readonly string[];
  readonly clock?: string;
  readonly as?: string;
  readonly lang?: Language;
}

/** Brings the tables of a folder up to date by lists that KOOP publishes, and tells what changed; throws what ends with exit code 2. */
export const refreshLists = (folder: string, { from, clock, as, lang }: RefreshOptions): string => {
  const contract = readWithoutExamples(folder);
  const day = momentOf(clock).today;
  const lists = from.map((file) => ({ file, entries: readPublishedList(file, bytesOf(file)) }));
  const words = texts[languageOf(lang)];
  if (as !== undefined)
    return words.made(
      newTable(
        folder,
        as,
        lists.flatMap(({ entries }) => entries),
      ),
      as,
      day,
    );
  const all = tablesBy(contract, lists, day);
  for (const { table, refreshed } of all) write(join(folder, table), refreshed.text);
  const yaml = readWithin(join(folder, descriptionFile)).toString();
  write(
    join(folder, descriptionFile),
    withDayOf(
      yaml,
      all.map(({ table }) => table),
      day,
    ),
  );
  return all.map(({ table, list, refreshed }) => words.refreshed(table, list, refreshed)).join('');
};

const bytesOf = (file: string): Uint8Array => {
  try {
    return readWithin(file);
  } catch (error) {
    throw new UsageError(
      {
        nl: `${file} is niet te lezen; geef met --from de JSON van een waardelijst`,
        en: `${file} can't be read; give the JSON of a value list with --from`,
      },
      { cause: error },
    );
  }
};

const unwritten =
  (file: string) =>
  (why: string): Bilingual => ({
    nl: `${file} is niet te schrijven (${why}); geef een map waarin dat kan`,
    en: `${file} can't be written (${why}); give a folder where it can`,
  });

const write = (file: string, text: string): void => {
  writeTold({ file, said: unwritten(file), isReplaced: true }, text);
};

interface List {
  readonly file: string;
  readonly entries: readonly PublishedEntry[];
}

interface Refreshing {
  readonly table: string;
  readonly list: string;
  readonly refreshed: RefreshedTable;
}

/** Each list goes to the table that has most of it; one without such a table is refused. */
const tablesBy = (contract: Contract, lists: readonly List[], day: string): readonly Refreshing[] => {
  const texts = new Map(
    [...contract.tables.keys()].map((table) => [
      table,
      csvText(contract.ownFiles.get(table) ?? new Uint8Array()) ?? '',
    ]),
  );
  return lists.map(({ file, entries }) => {
    const [best] = [...texts]
      .map(([table, text]) => ({ table, list: basename(file), refreshed: refreshedTable(text, entries, day) }))
      .toSorted((one, other) => other.refreshed.known - one.refreshed.known);
    if (best === undefined || best.refreshed.known === 0) throw noTable(file, contract);
    texts.set(best.table, best.refreshed.text);
    return best;
  });
};

const noTable = (file: string, { tables }: Contract): UsageError => {
  const names = [...tables.keys()].join(', ');
  return new UsageError({
    nl: `geen tabel van de map heeft een waarde van ${file} (${names === '' ? 'er zijn geen tabellen' : names}); maak er met --as NAAM.csv een van`,
    en: `no table of the folder has a value of ${file} (${names === '' ? 'there are no tables' : names}); make one of it with --as NAME.csv`,
  });
};

const newTable = (folder: string, name: string, entries: readonly PublishedEntry[]): number => {
  const path = join(folder, name);
  if (basename(name) !== name || !name.endsWith('.csv') || existsSync(path))
    throw new UsageError({
      nl: `--as ${name} is geen nieuwe naam van een tabel in de map; geef een naam als gemeenten.csv`,
      en: `--as ${name} is no new name of a table in the folder; give a name such as gemeenten.csv`,
    });
  const rows = entries.map(({ names, codes, kind, begin, end }) => [names[0], codes[0], kind, begin, end]);
  const field = (text = ''): string => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map((row) => row.map(field).join(','));
  writeTold({ file: path, said: unwritten(path) }, ['value,code,kind,begin,end', ...lines, ''].join('\n'));
  return rows.length;
};

const few = (all: readonly string[]): string => `${all.slice(0, 10).join(', ')}${all.length > 10 ? ', …' : ''}`;

const texts = {
  nl: {
    refreshed: (table: string, list: string, { known, added, redated, unknown }: RefreshedTable) =>
      [
        `${table}: ${amount(known, 'waarde staat', 'waarden staan')} in ${list}`,
        ...(added.length === 0 ? [] : [`  ${String(added.length)} nieuw: ${few(added)}`]),
        ...(redated.length === 0
          ? []
          : [`  ${String(redated.length)} met een andere begin- of einddatum: ${few(redated)}`]),
        ...(unknown.length === 0 ? [] : [`  ${String(unknown.length)} niet in de lijst, en gebleven: ${few(unknown)}`]),
        '',
      ].join('\n'),
    made: (count: number, table: string, day: string) =>
      `${table}: ${amount(count, 'waarde', 'waarden')}. Noem de tabel in contract.yaml, en bij de rol die haar waarden heeft:\n` +
      `tables:\n  ${table}: { ground: public, source: waardelijst van KOOP, of: '${day}' }\nroles:\n  NAAM: { at: PAD, values: ${table} }\n`,
  },
  en: {
    refreshed: (table: string, list: string, { known, added, redated, unknown }: RefreshedTable) =>
      [
        `${table}: ${amount(known, 'value is', 'values are')} in ${list}`,
        ...(added.length === 0 ? [] : [`  ${String(added.length)} new: ${few(added)}`]),
        ...(redated.length === 0
          ? []
          : [`  ${String(redated.length)} with another first or last day: ${few(redated)}`]),
        ...(unknown.length === 0 ? [] : [`  ${String(unknown.length)} not in the list, and left: ${few(unknown)}`]),
        '',
      ].join('\n'),
    made: (count: number, table: string, day: string) =>
      `${table}: ${amount(count, 'value', 'values')}. Name the table in contract.yaml, and at the role that has its values:\n` +
      `tables:\n  ${table}: { ground: public, source: value list of KOOP, of: '${day}' }\nroles:\n  NAME: { at: PATH, values: ${table} }\n`,
  },
} as const;
