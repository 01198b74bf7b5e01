import { join, resolve } from 'node:path';
import { confidentialFolder } from '#reporters/confidential';
import type { RunResult } from '#reporters/run-result';
import type { Language } from '#reporters/texts';
import { type FolderLock, demandFree } from '../folder/lock-folder.ts';
import { takeEmptyFolder, takeFolder } from '../folder/take-folder.ts';
import { type DemandOptions, demandsIn } from '../demands.ts';
import { demandKnown } from '../known.ts';
import { languageOf } from '../language.ts';
import { reporterNames } from '../run/options.ts';
import { listenToSignals } from '../signals.ts';
import { demandFiles, demandKind } from './demand-kinds.ts';
import { isUnjudged, judgeRecordingIn } from './judge-recording-in.ts';
import { readRun } from './read-run.ts';
import { reportFiles, reportRun } from './report-run.ts';
import { scratchIn } from './scratch.ts';

/** The options of `3pas report` as they are given. */
export interface GivenOptions extends DemandOptions {
  readonly reporter?: readonly string[];
  readonly out?: string;
  readonly json?: boolean;
  readonly lang?: Language;
}

/** Makes the reports of a run from its folder, and returns the exit code that the run has; throws `UsageError` while the run goes on. */
export const report = async (folder: string, options: GivenOptions): Promise<number> => {
  const { reporter = reporterNames, json = false } = options;
  demandKnown('--reporter', reporter, reporterNames);
  const from = resolve(folder);
  const to = resolve(options.out ?? from);
  demandFree(from);
  const read = readRun(from);
  demandFiles(to, reportFiles);
  for (const folder of [scratchIn(to), join(to, confidentialFolder)]) demandKind(folder, 'folder');
  const lock = taken(from, to);
  const signals = listenToSignals();
  try {
    const asked = { from, to, reporter, json, language: languageOf(options.lang), ...demandsIn(options) };
    return await reportRun(await judgedRun(from, read), asked, signals);
  } finally {
    signals.forget();
    lock.release();
  }
};

/** A recording that was killed is judged first, from what it holds. */
const judgedRun = async (folder: string, result: RunResult): Promise<RunResult> => {
  if (!isUnjudged(result)) return result;
  await judgeRecordingIn(folder, result);
  return readRun(folder);
};

/** Reports of another run are not mixed with these. */
const taken = (from: string, to: string): FolderLock =>
  from === to ? takeFolder(to, 'report') : takeEmptyFolder(to, 'report');
