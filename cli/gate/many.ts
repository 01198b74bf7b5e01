import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonText } from '#contract/texts/json-text';
import type { Decision } from '#gate/decision/decision';
import { decisionsCsv, decisionsPage, decisionsText } from '#gate/text/decisions-table';
import type { Labels } from '#gate/text/decision-text';
import { languageOf } from '../language.ts';
import { tell } from '../tell.ts';
import { createTicker } from '../ticker.ts';
import { UsageError } from '../usage-error.ts';
import type { Language } from '#reporters/texts';

/** How a table of many is asked for. */
interface TableOptions {
  readonly page?: string;
  readonly csv?: boolean;
  readonly json?: boolean;
  readonly lang?: Language;
}

/** Decides on one package. */
type Decide = (evidence: string) => Promise<{ readonly decision: Decision; readonly labels: Labels }>;

/** Decides on every package in a folder, tells them as a table, and returns 0 where all pass; throws `UsageError` for a folder without any. */
export const gateOnMany = async (folder: string, options: TableOptions, decide: Decide): Promise<number> => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.zip'))
    .sort();
  if (names.length === 0)
    throw new UsageError({
      nl: `${folder} bevat geen opname en geen pakketten (.zip); geef een pakket, of een map met pakketten`,
      en: `${folder} holds no recording and no packages (.zip); give a package, or a folder with packages`,
    });
  const ticker = createTicker();
  const rows: { readonly name: string; readonly decision: Decision }[] = [];
  let labels: Labels = new Map();
  for (const name of names) {
    ticker.tick(() => `${String(rows.length)}/${String(names.length)}`);
    const decided = await decide(join(folder, name));
    labels = decided.labels;
    rows.push({ name, decision: decided.decision });
  }
  ticker.stop();
  const language = languageOf(options.lang);
  if (options.page !== undefined) write(options.page, decisionsPage(rows, labels, language));
  if (options.json === true) tell(`${jsonText(rows)}\n`);
  else tell(options.csv === true ? decisionsCsv(rows, language) : decisionsText(rows, language));
  return rows.every(({ decision }) => decision.outcome === 'voldoet') ? 0 : 3;
};

const write = (file: string, text: string): void => {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError({
      nl: `--page ${file} is niet te schrijven (${why}); geef een ander bestand`,
      en: `--page ${file} can't be written (${why}); give another file`,
    });
  }
};
