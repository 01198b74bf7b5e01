import { rmdirSync } from 'node:fs';
import type { Bilingual } from '#contract/texts/bilingual';
import { dutchDay } from '#judgement/certificate/days';
import type { Night } from '#nights/night';
import { emptyRun, foreignIn, hasDossiers, isThinnable, thinRun } from '../nights/thin-run.ts';
import type { NightAt } from './night-at.ts';

/** What becomes of the folder of a night. */
export type NightFate = 'thinned' | 'removed' | 'emptied' | 'kept';

/** Days after which a night keeps its run, its results and one line, and after which it goes altogether. */
const [whole, all] = [30, 366];

/** What becomes of a night at a moment, ISO 8601; one with dossiers on its clean-up list stays. */
export const nightFate = ({ folder, night }: NightAt, clock: string): NightFate => {
  const days = (Date.parse(clock) - Date.parse(night.at)) / 86_400_000;
  if (days > all && (isAtMock({ folder, night }) || !hasDossiers(folder)))
    return foreignIn(folder).length > 0 ? 'emptied' : 'removed';
  return days > whole && isThinnable(folder) ? 'thinned' : 'kept';
};

/** Does that, but for the folder itself. */
export const pruneNight = (at: NightAt, fate: NightFate): void => {
  if (fate === 'removed' || fate === 'emptied') emptyRun(at.folder);
  if (fate === 'thinned') thinRun(at.folder, isAtMock(at));
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

const isAtMock = ({ night }: NightAt): boolean => night.subject.target === 'mock';

/** What is told of that. */
export const nightLine = ({ at }: Night, fate: NightFate, isDry: boolean): Bilingual => {
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
  kept,
};

const planned: Readonly<Record<NightFate, Bilingual>> = {
  removed: { nl: 'zou verwijderd worden', en: 'would be removed' },
  emptied: {
    nl: 'wat van 3pas is zou verwijderd worden; wat er nog meer staat, blijft',
    en: 'what is of 3pas would be removed; what else is there stays',
  },
  thinned: { nl: 'zou uitgedund worden', en: 'would be thinned out' },
  kept,
};
