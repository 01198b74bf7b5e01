import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lostIn } from '#reporters/lost';
import { readJournal } from '#evidence/read-journal';
import { foldRun, type RunResult } from '#reporters/run-result';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';
import { demandFiles, demandKind, demandPacks } from './demand-kinds.ts';

/** The run in a folder, also one that was killed; throws `UsageError` for a folder that holds none, or a journal whose start can't be read. Bytes that are gone are looked for unless that is left to others. */
export const readRun = (folder: string, isLost: ReturnType<typeof lostIn> = lostIn(folder)): RunResult => {
  demandRun(folder);
  try {
    return foldRun(readJournal(folder), isLost);
  } catch (error) {
    const why = saidBy(error);
    throw new UsageError({
      nl: `van de run in ${folder} is geen rapport te maken (${why.nl}); geef de uitvoermap van een andere run`,
      en: `the run in ${folder} can't be reported (${why.en}); give the output folder of another run`,
    });
  }
};

/** Throws `UsageError` for a folder that holds no journal. */
export const demandRun = (folder: string): void => {
  if (demandKind(folder, 'folder') === undefined)
    throw new UsageError({
      nl: `er is geen map ${folder}; geef de uitvoermap van 3pas run`,
      en: `there is no run folder ${folder}; give the output folder of 3pas run`,
    });
  demandFiles(folder, ['journal.ndjson', 'run.json']);
  demandPacks(join(folder, 'exchanges'));
  if (!existsSync(join(folder, 'journal.ndjson')))
    throw new UsageError({
      nl: `${folder} bevat geen journal.ndjson; geef de uitvoermap van 3pas run`,
      en: `${folder} holds no journal.ndjson; give the output folder of 3pas run`,
    });
};
