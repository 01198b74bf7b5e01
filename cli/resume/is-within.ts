import { realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';

/** Whether a path lies in a folder, wherever links lead; what is not there lies where its path says. */
export const isWithin = (path: string, folder: string): boolean => real(path).startsWith(`${real(folder)}${sep}`);

const real = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
};
