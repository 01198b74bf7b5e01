import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, type FormatConfig } from 'oxfmt';

const options = JSON.parse(readFileSync(resolve(import.meta.dirname, '../.oxfmtrc.json'), 'utf8')) as FormatConfig;

/** The text of a file as `npm run format` would leave it. */
export const formatted = async (file: string, text: string): Promise<string> =>
  (await format(file, text, options)).code;
