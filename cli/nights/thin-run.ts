import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { confidentialFolder } from '#reporters/confidential';

/** What a run writes and a night does without, once what is compared of it is kept. */
const dispensable = [
  ...['journal.ndjson', 'exchanges', 'allure-report', 'coverage.json', 'coverage.html', 'junit.xml'],
  confidentialFolder,
];

/** Without these nothing would be left of a run. */
const needed = ['run.json', 'results.ndjson', 'night.json'];

/** Whether there is something in the folder of a run to take away, and enough to keep. */
export const isThinnable = (folder: string): boolean =>
  needed.every((name) => existsSync(join(folder, name))) && dispensable.some((name) => existsSync(join(folder, name)));

/** Leaves of a run's folder `run.json`, `results.ndjson`, `night.json`, a clean-up list with dossiers in it, and whatever is not ours. */
export const thinRun = (folder: string, isMock: boolean): void => {
  // The journal goes last: as long as it is there, a run that was thinned out half-way is still a run.
  for (const name of dispensable.toReversed()) rmSync(join(folder, name), { recursive: true, force: true });
  if (isMock || !hasDossiers(folder)) rmSync(listIn(folder), { force: true });
};

const listIn = (folder: string): string => join(folder, 'opruimlijst.csv');

/** Whether the clean-up list of a run names a dossier. */
export const hasDossiers = (folder: string): boolean =>
  existsSync(listIn(folder)) && readFileSync(listIn(folder), 'utf8').trim().split('\n').length > 1;
