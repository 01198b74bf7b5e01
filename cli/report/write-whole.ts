import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes a file so that it has its name only once it is whole, whatever comes in between. */
export const writeWhole = (path: string, text: string): void => {
  const part = join(dirname(path), `.${basename(path)}.part`);
  // What was left by that name may be no file.
  rmSync(part, { recursive: true, force: true });
  try {
    writeFileSync(part, text, { flag: 'wx' });
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
};
