import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Night } from '#nights/night';
import { nightIn } from '../nights/read-night.ts';

/** The folder of a run that was compared, with what is kept of it. */
export interface NightAt {
  readonly folder: string;
  readonly night: Night;
}

/** The runs in a folder that were compared with the nights before them: itself, or those right below it. Links are not followed. */
export const nightsIn = (folder: string): readonly NightAt[] => {
  const below = existsSync(join(folder, 'night.json')) ? [] : foldersIn(folder);
  return [folder, ...below].flatMap((one) => {
    const night = nightIn(one);
    return night === undefined ? [] : [{ folder: one, night }];
  });
};

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => lstatSync(path).isDirectory());
