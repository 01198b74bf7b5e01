import { randomInt } from 'node:crypto';
import { appendFileSync, existsSync } from 'node:fs';
import { readCsv } from '#contract/description/csv';
import { shortly } from '#contract/texts/visible';
import type { Language } from '#reporters/texts';
import { languageOf } from '../language.ts';
import { momentOf } from '../run/clock.ts';
import { saidBy } from '../said-by.ts';
import { tell } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import { optionText } from './read-file.ts';

/** Letters and digits that nobody takes for another: no 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U and V. */
const characters = 'ACDEFGHJKMNPQRTWXY34679';

const length = 6;

/** A code that nobody can guess. */
const newCode = (): string => Array.from({ length }, () => characters[randomInt(characters.length)] ?? '').join('');

const columns = ['leverancier', 'code', 'datum'];

/** Gives a vendor a code for its titles or references, adds it to the file of codes, and tells it; throws `UsageError`. */
export const giveCode = (
  vendor: string,
  { codes, lang }: { readonly codes?: string; readonly lang?: Language },
): void => {
  const file = codes ?? 'codes.csv';
  const [code, name] = [newCode(), vendor.trim()];
  demandName(name, vendor);
  demandOther(name, file);
  try {
    if (!existsSync(file)) appendFileSync(file, `\uFEFF${columns.join(';')}\n`, { flag: 'ax' });
    const end = optionText('--codes', file).endsWith('\n') ? '' : '\n';
    appendFileSync(file, `${end}${name};${code};${momentOf(undefined).today}\n`);
  } catch (error) {
    const why = saidBy(error);
    throw new UsageError({
      nl: `--codes ${file} is niet te schrijven (${why.nl}); geef een ander bestand`,
      en: `--codes ${file} can't be written (${why.en}); give another file`,
    });
  }
  tell(words[languageOf(lang)](name, code, file));
};

/** A spreadsheet takes what begins so for a formula, and an option was forgotten its value where a hyphen does. */
const demandName = (name: string, said: string): void => {
  if (name !== '' && name.length <= 200 && !/[";\r\n]|^[=+@＝＋＠－-]/u.test(name)) return;
  const shown = shortly(said, 60);
  throw new UsageError({
    nl: `--new "${shown}" is geen naam; geef de naam van de leverancier, zonder aanhalingsteken en puntkomma, en niet beginnend met =, +, - of @`,
    en: `--new "${shown}" is no name; give the name of the vendor, without quotes and semicolons, and not beginning with =, +, - or @`,
  });
};

/** A vendor has one code, in a file that holds nothing but codes. */
const demandOther = (name: string, file: string): void => {
  const [head, ...rows] = readCsv(existsSync(file) ? optionText('--codes', file) : columns.join(';'));
  if (columns.some((column, index) => head?.fields[index]?.toLowerCase() !== column))
    throw new UsageError({
      nl: `--codes ${file} is geen bestand met codes: de eerste rij is niet ${columns.join(';')}; geef een ander bestand`,
      en: `--codes ${file} is no file with codes: its first row is not ${columns.join(';')}; give another file`,
    });
  const known = rows.find(({ fields }) => fields[0]?.trim().toLowerCase() === name.toLowerCase());
  if (known !== undefined)
    throw new UsageError({
      nl: `${name} heeft al de code ${known.fields[1] ?? ''} (${file}); gebruik die, of haal die rij eerst weg`,
      en: `${name} has the code ${known.fields[1] ?? ''} already (${file}); use that, or take that row out first`,
    });
};

const words: Readonly<Record<Language, (...told: readonly [string, string, string]) => string>> = {
  nl: (name, code, file) =>
    `${code} is de code van ${name}: laat die in titel of referentienummer van elke aanlevering staan, en geef haar later met --code.\nVastgelegd in ${file}\n`,
  en: (name, code, file) =>
    `${code} is the code of ${name}: have it stand in the title or reference of each delivery, and give it with --code later.\nRecorded in ${file}\n`,
};
