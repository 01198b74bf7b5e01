import { existsSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readWithin } from '#xml/read-within';
import { confidentialFolder } from '#reporters/confidential';
import { isLock } from '../folder/lock-folder.ts';

/** What a run writes and a night does without, once what is compared of it is kept. */
const dispensable = [
  ...['journal.ndjson', 'exchanges', 'allure-report', 'coverage.json', 'coverage.html', 'junit.xml'],
  confidentialFolder,
];

/** Without these nothing would be left of a run. */
const needed = ['run.json', 'results.ndjson'];

/** What is compared of it, without which it is no night. */
const night = 'night.json';

/** Whether there is something in the folder of a run to take away, and enough to keep. */
export const isThinnable = (folder: string): boolean =>
  needed.every((name) => existsSync(join(folder, name))) && dispensable.some((name) => existsSync(join(folder, name)));

/** Leaves of a run's folder, once it has a `night.json`, `run.json`, `results.ndjson`, `night.json`, a clean-up list with dossiers in it, and whatever is not ours. */
export const thinRun = (folder: string, isMock: boolean): void => {
  // The journal goes last: as long as it is there, a run that was thinned out half-way is still a run.
  for (const name of dispensable.toReversed()) rmSync(join(folder, name), { recursive: true, force: true });
  if (isMock || !hasDossiers(folder)) rmSync(listIn(folder), { force: true });
};

/** Whether more of a run is there than its clean-up list. */
export const hasMoreThanList = (folder: string): boolean =>
  [...dispensable, ...needed].some((name) => existsSync(join(folder, name)));

/** Takes all of a run that is ours but its clean-up list and `night.json`. */
export const leaveList = (folder: string): void => {
  for (const name of [...dispensable, ...needed].toReversed())
    rmSync(join(folder, name), { recursive: true, force: true });
};

/** Takes all of a run that is ours; what tells that it is a night goes last. */
export const emptyRun = (folder: string): void => {
  leaveList(folder);
  for (const name of [list, night]) rmSync(join(folder, name), { force: true });
};

/** Names in the folder of a run that no command of ours wrote. */
export const foreignIn = (folder: string): readonly string[] => {
  const ours = new Set([...dispensable, list, ...needed, night]);
  return readdirSync(folder).filter((name) => !ours.has(name) && !isLock(name));
};

const list = 'opruimlijst.csv';

const listIn = (folder: string): string => join(folder, list);

/** Whether a run was killed before its reports: then nothing lists its dossiers yet. */
export const isUnreported = (folder: string): boolean =>
  existsSync(join(folder, 'journal.ndjson')) && !existsSync(join(folder, 'run.json'));

/** Whether the clean-up list of a run names a dossier; what is no plain file is none of ours. */
export const hasDossiers = (folder: string): boolean =>
  lstatSync(listIn(folder), { throwIfNoEntry: false })?.isFile() === true &&
  readWithin(listIn(folder)).toString().trim().split('\n').length > 1;
