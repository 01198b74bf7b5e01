import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '#contract/texts/bilingual';
import type { RunStarted } from '#evidence/event';
import { JournalError } from '#evidence/journal-error';
import { readJournal } from '#evidence/read-journal';
import { nightIn } from '../nights/read-night.ts';
import { UsageError } from '../usage-error.ts';
import { hasJournal } from './recording-at.ts';

/** The folder of a night. */
export interface NightAt {
  readonly folder: string;
  readonly at: string;
  readonly isMock: boolean;
}

/** The nights in a folder, which are the runs that were compared and those that were asked for as one, or what is wrong with one: itself, or those right below it. Links are not followed. */
export const nightsIn = (folder: string): readonly (NightAt | UsageError)[] => {
  const below = existsSync(join(folder, 'night.json')) || hasJournal(folder) ? [] : foldersIn(folder);
  return [folder, ...below].flatMap((one) => nightAt(one) ?? []);
};

const nightAt = (folder: string): NightAt | UsageError | undefined => {
  try {
    const night = nightIn(folder, leftAlone);
    return night === undefined
      ? neverCompared(folder)
      : { folder, at: night.at, isMock: night.subject.target === 'mock' };
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
};

/** A night that nothing compared; a run by itself is none. */
const neverCompared = (folder: string): NightAt | undefined => {
  const started = hasJournal(folder) ? startIn(folder) : undefined;
  if (started?.isNight !== true) return undefined;
  return { folder, at: started.at, isMock: started.isMock };
};

/** What another version wrote that prunes it. */
const startIn = (folder: string): RunStarted | undefined => {
  try {
    for (const event of readJournal(folder)) return event.type === 'run-started' ? event : undefined;
  } catch (error) {
    if (!(error instanceof JournalError)) throw error;
  }
  return undefined;
};

const leftAlone: Bilingual = {
  nl: 'de map blijft zoals ze is; verwijder haar zelf als ze weg mag',
  en: 'the folder stays as it is; remove it yourself where it may go',
};

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => lstatSync(path).isDirectory());
