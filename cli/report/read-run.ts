import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal } from '#evidence/read-journal';
import { foldRun, type RunResult } from '#reporters/run-result';
import { UsageError } from '../usage-error.ts';

/** The run in a folder, also one that was killed; throws `UsageError` for a folder that holds none, or a journal whose start can't be read. */
export const readRun = (folder: string): RunResult => {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UsageError(`there is no run folder ${folder}; give the output folder of 3pas run`);
  if (!existsSync(join(folder, 'journal.ndjson')))
    throw new UsageError(`${folder} holds no journal.ndjson; give the output folder of 3pas run`);
  try {
    return foldRun(readJournal(folder));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`the run in ${folder} can't be reported (${why}); give the output folder of another run`);
  }
};
