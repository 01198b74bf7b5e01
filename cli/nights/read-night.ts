import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Bilingual } from '#contract/texts/bilingual';
import { readJournal } from '#evidence/read-journal';
import { jsonText } from '#contract/texts/json-text';
import { aheadIn } from '#nights/ahead';
import type { Night } from '#nights/night';
import { nightOf } from '#nights/night-of';
import { nightShape } from '#nights/shapes';
import { demandFree } from '../folder/lock-folder.ts';
import { demandFiles, demandKind } from '../report/demand-kinds.ts';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';
import { problemOf, readJson, writeJson } from './read-json.ts';

/** The file with what is compared of a run, in its folder. */
const nightFile = 'night.json';

/** What is compared of the run in a folder, also of one that was killed, or thinned out; throws `UsageError` for a folder that holds none, a run that still goes on, or one of the future. */
export const readNight = (folder: string): Night => {
  if (demandKind(folder, 'folder') === undefined) throw noFolder(folder);
  demandFree(folder);
  demandFiles(folder, ['journal.ndjson', nightFile]);
  const night = existsSync(join(folder, 'journal.ndjson')) ? nightOfRun(folder) : nightIn(folder);
  if (night !== undefined) return demandPast(night);
  throw new UsageError({
    nl: `${folder} bevat geen run van 3pas run (journal.ndjson of ${nightFile}); geef de uitvoermap van 3pas run`,
    en: `${folder} holds no run of 3pas run (journal.ndjson or ${nightFile}); give the output folder of 3pas run`,
  });
};

/** A run of the future would leave all nights until then without a say. */
const demandPast = (night: Night): Night => {
  if (aheadIn({ at: night.at }, new Date()) === undefined) return night;
  throw new UsageError({
    nl: `run ${night.runId} is van ${night.at}, en dat is in de toekomst; vergelijk een run die zonder --clock is gemaakt, of zet de klok van deze machine goed`,
    en: `run ${night.runId} is of ${night.at}, which is in the future; compare a run that was made without --clock, or set the clock of this machine right`,
  });
};

/** Keeps what is compared of a run in its folder, in one line. */
export const writeNight = (folder: string, night: Night): void => {
  writeJson(join(folder, nightFile), `${jsonText(night)}\n`);
};

/** What is compared of a run, from its journal; undefined for what is no run. Throws `UsageError` for one that is damaged. */
export const nightOfRun = (folder: string): Night | undefined => {
  try {
    const night = nightOf(readJournal(folder));
    return night === undefined ? undefined : demandShape(folder, night);
  } catch (error) {
    throw error instanceof UsageError ? error : notComparable(folder, saidBy(error));
  }
};

/** A journal that others wrote may hold anything; what is kept of it must be read again. */
const demandShape = (folder: string, night: Night): Night => {
  const { success, issues } = v.safeParse(nightShape, night);
  if (success) return night;
  const { key, message } = problemOf(issues);
  throw notComparable(folder, {
    nl: `journal.ndjson is beschadigd: ${key}: ${message}`,
    en: `journal.ndjson is damaged: ${key}: ${message}`,
  });
};

const notComparable = (folder: string, why: Bilingual): UsageError =>
  new UsageError({
    nl: `de run in ${folder} is niet te vergelijken (${why.nl}); geef de uitvoermap van een andere run`,
    en: `the run in ${folder} can't be compared (${why.en}); give the output folder of another run`,
  });

/** What is kept of a run that was compared; undefined where it was not. Throws `UsageError` with file and key where that is damaged. */
export const nightIn = (folder: string, wayOut: Bilingual = anotherRun): Night | undefined =>
  readJson({ path: join(folder, nightFile), shape: nightShape, wayOut });

const anotherRun: Bilingual = {
  nl: 'geef de uitvoermap van een andere run',
  en: 'give the output folder of another run',
};

const noFolder = (folder: string): UsageError =>
  new UsageError({
    nl: `er is geen map ${folder}; geef de uitvoermap van 3pas run`,
    en: `there is no folder ${folder}; give the output folder of 3pas run`,
  });
