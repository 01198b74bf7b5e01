import { visible } from '#contract/texts/visible';

/** Rows as CSV (RFC 4180) with semicolons, which Dutch spreadsheets separate by, whatever of others stands in them. */
export const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('');

const cell = (text: string): string => {
  const safe = defused(visible(text));
  return /[",;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * A sign that a spreadsheet takes for the start of a formula gets an apostrophe before it: at the start, and after white
 * space, quotes and separators, since the file can be opened with another separator than it was written with.
 */
const defused = (text: string): string => text.replace(start, (sign) => (isFormulaSign(sign) ? `'${sign}` : sign));

const start = /(?<=^|[\s"'`,;|])[^\s\p{L}\p{N}]/gu;

/** In full width, small or raised too, since those are folded into the plain ones. */
const isFormulaSign = (sign: string): boolean => /^[=+\-@\u2212]/.test(sign.normalize('NFKC'));
