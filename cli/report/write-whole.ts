import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes a file so that it has its name only once it is whole, whatever comes in between; the mask of the process narrows its mode. */
export const writeWhole = (path: string, text: string, mode = 0o666): void => {
  const part = join(dirname(path), `.${basename(path)}.part`);
  // What was left by that name may be no file.
  rmSync(part, { recursive: true, force: true });
  try {
    writeFileSync(part, text, { flag: 'wx', mode });
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
};
