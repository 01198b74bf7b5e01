import type { Bilingual } from '#contract/texts/bilingual';
import type { CsvRow } from '#contract/description/csv';
import { isDay } from '#contract/texts/is-day';
import { PolicyError } from './policy-error.ts';

/** The columns of a policy, in their order. */
export const policyColumns = [
  'soort',
  'onderwerp',
  'waarde',
  'aantal',
  'documenttype',
  'toelichting',
  'eigenaar',
  'laatste dag',
] as const;

export type PolicyColumn = (typeof policyColumns)[number];

/** A row of a policy, whose values are read by the name of their column. */
export interface PolicyRow {
  readonly line: number;
  /** Whether a quote in it is not closed. */
  readonly isBroken: boolean;
  readonly value: (column: PolicyColumn) => string;
  /** Fails with the place of a value. */
  readonly refuse: (column: PolicyColumn, why: Bilingual) => never;
}

/** A row of the file of this name. */
export const policyRow = (file: string, { fields, line, isBroken }: CsvRow): PolicyRow => ({
  line,
  isBroken: isBroken === true,
  value: (column) => fields[policyColumns.indexOf(column)] ?? '',
  refuse: (column, { nl, en }) => {
    const number = String(policyColumns.indexOf(column) + 1);
    throw new PolicyError({
      nl: `${file}, regel ${String(line)}, kolom ${number} (${column}): ${nl}`,
      en: `${file}, line ${String(line)}, column ${number} (${column}): ${en}`,
    });
  },
});

/** A value that may not be empty. */
export const filled = (row: PolicyRow, column: PolicyColumn): string => {
  const value = row.value(column);
  if (value !== '') return value;
  return row.refuse(column, { nl: 'is leeg; vul een waarde in', en: 'is empty; fill in a value' });
};

/** A day that exists, YYYY-MM-DD; spreadsheets in Dutch save it as day, month and year. */
export const dayAt = (row: PolicyRow, column: PolicyColumn): string => {
  const said = row.value(column);
  const [, day = '', month = '', year] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(said) ?? [];
  const value = year === undefined ? said : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isDay(value)) return value;
  return row.refuse(column, {
    nl: `“${said}” is geen dag; schrijf die als 2026-11-30`,
    en: `“${said}” is not a day; write it as 2026-11-30`,
  });
};

/** A whole number of at least so much. */
export const wholeAt = (row: PolicyRow, column: PolicyColumn, least: number): number => {
  const value = row.value(column);
  if (/^\d{1,6}$/.test(value) && Number(value) >= least) return Number(value);
  return row.refuse(column, {
    nl: `“${value}” is geen heel getal van ${String(least)} of meer; verbeter het`,
    en: `“${value}” is not a whole number of ${String(least)} or more; correct it`,
  });
};

/** SHA-256 as hexadecimal digits, with or without colons between the bytes. */
export const digestAt = (row: PolicyRow, column: PolicyColumn): string => digestIn(row, column, row.value(column));

/** Several of them, with commas between. */
export const digestsAt = (row: PolicyRow, column: PolicyColumn): readonly string[] =>
  row
    .value(column)
    .split(',')
    .map((said) => digestIn(row, column, said));

const digestIn = (row: PolicyRow, column: PolicyColumn, said: string): string => {
  const value = said.replaceAll(/[:\s]/g, '').toLowerCase();
  if (/^[\da-f]{64}$/.test(value)) return value;
  return row.refuse(column, {
    nl: `“${said}” is geen SHA-256; schrijf 64 hexadecimale cijfers`,
    en: `“${said}” is not a SHA-256; write 64 hexadecimal digits`,
  });
};
