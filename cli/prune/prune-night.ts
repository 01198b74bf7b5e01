import { existsSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '#contract/texts/bilingual';
import { dutchDay } from '#judgement/certificate/days';
import { nightOfRun, writeNight } from '../nights/read-night.ts';
import {
  emptyRun,
  foreignIn,
  hasDossiers,
  hasMoreThanList,
  isThinnable,
  isUnreported,
  leaveList,
  thinRun,
} from '../nights/thin-run.ts';
import type { NightAt } from './night-at.ts';

/** What becomes of the folder of a night. */
export type NightFate = 'thinned' | 'listed' | 'removed' | 'emptied' | 'kept';

/** Days after which a night keeps its run, its results and one line; after which it goes, but for a list of dossiers; and after which that goes too. */
const [whole, all, lists] = [30, 366, 5 * 366];

/** What becomes of a night at a moment, ISO 8601. */
export const nightFate = ({ folder, at, isMock }: NightAt, clock: string): NightFate => {
  const days = (Date.parse(clock) - Date.parse(at)) / 86_400_000;
  const isNeeded = !isMock && days <= lists && (hasDossiers(folder) || isUnreported(folder));
  if (days > all && !isNeeded) return foreignIn(folder).length > 0 ? 'emptied' : 'removed';
  if (days > all && !isUnreported(folder)) return hasMoreThanList(folder) ? 'listed' : 'kept';
  return days > whole && isThinnable(folder) ? 'thinned' : 'kept';
};

/** Does that, but for the folder itself; throws `UsageError` for a night that is damaged. */
export const pruneNight = ({ folder, isMock }: NightAt, fate: NightFate): void => {
  if (fate === 'removed' || fate === 'emptied') emptyRun(folder);
  if (fate === 'thinned' || fate === 'listed') keepLine(folder);
  if (fate === 'thinned') thinRun(folder, isMock);
  if (fate === 'listed') leaveList(folder);
};

/** A night that nothing compared has no line yet. */
const keepLine = (folder: string): void => {
  const night = existsSync(join(folder, 'night.json')) ? undefined : nightOfRun(folder);
  if (night !== undefined) writeNight(folder, night);
};

/** Removes the folder of a night of which nothing is left; what came into it since stays with it. */
export const removeEmpty = ({ folder }: NightAt): void => {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST')))
      throw error;
  }
};

/** What is told of that. */
export const nightLine = ({ at }: NightAt, fate: NightFate, isDry: boolean): Bilingual => {
  const day = dutchDay(new Date(at));
  const { nl, en } = (isDry ? planned : done)[fate];
  return { nl: `nacht van ${day}; ${nl}`, en: `night of ${day}; ${en}` };
};

const kept: Bilingual = { nl: 'blijft', en: 'stays' };

const done: Readonly<Record<NightFate, Bilingual>> = {
  removed: { nl: 'verwijderd', en: 'removed' },
  emptied: {
    nl: 'wat van 3pas was is verwijderd; wat er nog meer stond, staat er nog',
    en: 'what was of 3pas is removed; what else was there still is',
  },
  thinned: {
    nl: 'uitgedund: run.json, results.ndjson en night.json zijn er nog',
    en: 'thinned out: run.json, results.ndjson and night.json are still there',
  },
  listed: {
    nl: 'verwijderd, op opruimlijst.csv en night.json na: er zijn dossiers',
    en: 'removed but for opruimlijst.csv and night.json: there are dossiers',
  },
  kept,
};

const planned: Readonly<Record<NightFate, Bilingual>> = {
  removed: { nl: 'zou verwijderd worden', en: 'would be removed' },
  emptied: {
    nl: 'wat van 3pas is zou verwijderd worden; wat er nog meer staat, blijft',
    en: 'what is of 3pas would be removed; what else is there stays',
  },
  thinned: { nl: 'zou uitgedund worden', en: 'would be thinned out' },
  listed: {
    nl: 'zou verwijderd worden, op opruimlijst.csv en night.json na: er zijn dossiers',
    en: 'would be removed but for opruimlijst.csv and night.json: there are dossiers',
  },
  kept,
};
