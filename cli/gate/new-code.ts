import { randomInt } from 'node:crypto';
import { appendFileSync, existsSync } from 'node:fs';
import type { Language } from '#reporters/texts';
import { languageOf } from '../language.ts';
import { momentOf } from '../run/clock.ts';
import { tell } from '../tell.ts';
import { UsageError } from '../usage-error.ts';

/** Letters and digits that nobody takes for another: no 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U and V. */
const characters = 'ACDEFGHJKMNPQRTWXY34679';

const length = 6;

/** A code that nobody can guess. */
const newCode = (): string => Array.from({ length }, () => characters[randomInt(characters.length)] ?? '').join('');

/** Gives a vendor a code for its titles or references, adds it to the file of codes, and tells it; throws `UsageError`. */
export const giveCode = (
  vendor: string,
  { codes, lang }: { readonly codes?: string; readonly lang?: Language },
): void => {
  const file = codes ?? 'codes.csv';
  const [code, name] = [newCode(), vendor.trim()];
  if (name === '' || /[";\r\n]/.test(name))
    throw new UsageError({
      nl: `--new "${vendor}" is geen naam; geef de naam van de leverancier, zonder aanhalingsteken en puntkomma`,
      en: `--new "${vendor}" is no name; give the name of the vendor, without quotes and semicolons`,
    });
  try {
    if (!existsSync(file)) appendFileSync(file, 'leverancier;code;datum\n', { flag: 'ax' });
    appendFileSync(file, `${name};${code};${momentOf(undefined).today}\n`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError({
      nl: `--codes ${file} is niet te schrijven (${why}); geef een ander bestand`,
      en: `--codes ${file} can't be written (${why}); give another file`,
    });
  }
  tell(words[languageOf(lang)](name, code, file));
};

const words: Readonly<Record<Language, (...told: readonly [string, string, string]) => string>> = {
  nl: (name, code, file) =>
    `${code} is de code van ${name}: laat die in titel of referentienummer van elke aanlevering staan, en geef haar later met --code.\nVastgelegd in ${file}\n`,
  en: (name, code, file) =>
    `${code} is the code of ${name}: have it stand in the title or reference of each delivery, and give it with --code later.\nRecorded in ${file}\n`,
};
