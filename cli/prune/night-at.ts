import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Night } from '#nights/night';
import type { Bilingual } from '#contract/texts/bilingual';
import { nightIn } from '../nights/read-night.ts';
import { UsageError } from '../usage-error.ts';

/** The folder of a run that was compared, with what is kept of it. */
export interface NightAt {
  readonly folder: string;
  readonly night: Night;
}

/** The runs in a folder that were compared with the nights before them, or what is wrong with one: itself, or those right below it. Links are not followed. */
export const nightsIn = (folder: string): readonly (NightAt | UsageError)[] => {
  const below = existsSync(join(folder, 'night.json')) ? [] : foldersIn(folder);
  return [folder, ...below].flatMap((one) => nightAt(one) ?? []);
};

const nightAt = (folder: string): NightAt | UsageError | undefined => {
  try {
    const night = nightIn(folder, leftAlone);
    return night && { folder, night };
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
};

const leftAlone: Bilingual = {
  nl: 'de map blijft zoals ze is; verwijder haar zelf als ze weg mag',
  en: 'the folder stays as it is; remove it yourself where it may go',
};

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => lstatSync(path).isDirectory());
