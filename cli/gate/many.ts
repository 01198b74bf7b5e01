import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '#contract/texts/bilingual';
import { jsonText } from '#contract/texts/json-text';
import type { Decision } from '#gate/decision/decision';
import { type DecidedPackage, decisionsCsv, decisionsPage, decisionsText } from '#gate/text/decisions-table';
import type { Labels } from '#gate/text/decision-text';
import { languageOf } from '../language.ts';
import { saidBy } from '../said-by.ts';
import { tell } from '../tell.ts';
import { createTicker } from '../ticker.ts';
import { writeTold } from '../folder/write-told.ts';
import { UsageError } from '../usage-error.ts';
import type { Language } from '#reporters/texts';
import { exitCodes } from './exit-codes.ts';

/** How a table of many is asked for. */
interface TableOptions {
  readonly page?: string;
  readonly csv?: boolean;
  readonly json?: boolean;
  readonly lang?: Language;
  readonly letter?: string;
  readonly sample?: number;
  readonly out?: string;
}

/** How one package is decided on. */
interface Deciding {
  readonly labels: Labels;
  readonly decide: (evidence: string) => Promise<Decision>;
}

/** Decides on every package in a folder, tells them as a table, and returns the exit code of the worst; throws `UsageError` for a folder without any, and for options of a single package. */
export const gateOnMany = async (
  folder: string,
  options: TableOptions,
  { labels, decide }: Deciding,
): Promise<number> => {
  demandTable(options);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.zip'))
    .sort();
  if (names.length === 0)
    throw new UsageError({
      nl: `${folder} bevat geen opname en geen pakketten (.zip); geef een pakket, of een map met pakketten`,
      en: `${folder} holds no recording and no packages (.zip); give a package, or a folder with packages`,
    });
  const ticker = createTicker();
  const rows: DecidedPackage[] = [];
  for (const name of names) {
    ticker.tick(() => `${String(rows.length)}/${String(names.length)}`);
    rows.push({ name, decided: await decide(join(folder, name)).catch(whyNone) });
  }
  ticker.stop();
  const language = languageOf(options.lang);
  if (options.page !== undefined) write(options.page, decisionsPage(rows, labels, language));
  if (options.json === true) tell(`${jsonText(rows.map(recordOf))}\n`);
  else tell(options.csv === true ? decisionsCsv(rows, language) : decisionsText(rows, language));
  return exitCodeOf(rows);
};

/** The worst of them decides, as for one package: 1 before 3. */
const exitCodeOf = (rows: readonly DecidedPackage[]): number => {
  const codes = rows.map(({ decided }) => ('outcome' in decided ? exitCodes[decided.outcome] : 3));
  return codes.includes(1) ? 1 : Math.max(...codes);
};

/** One that can't be read keeps none of the others from being decided on. */
const whyNone = (error: unknown): Bilingual => {
  const text = saidBy(error);
  return { nl: `niet te beoordelen: ${text.nl}`, en: `can't be judged: ${text.en}` };
};

const recordOf = ({ name, decided }: DecidedPackage) =>
  'outcome' in decided ? { name, decision: decided } : { name, problem: decided };

const ofOne = ['letter', 'sample', 'out'] as const;

const demandTable = (options: TableOptions): void => {
  const given = ofOne.find((name) => options[name] !== undefined);
  if (given !== undefined)
    throw new UsageError({
      nl: `--${given} is voor één pakket; geef in plaats van de map het pakket`,
      en: `--${given} is for one package; give the package in place of the folder`,
    });
};

const write = (file: string, text: string): void => {
  const said = (why: string) => ({
    nl: `--page ${file} is niet te schrijven (${why}); geef een ander bestand`,
    en: `--page ${file} can't be written (${why}); give another file`,
  });
  writeTold({ file, said, isReplaced: true }, text);
};
