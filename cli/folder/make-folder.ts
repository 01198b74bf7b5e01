import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a folder and those above it, level by level: Node's own recursion never ends where a file system knows no such folder, as in /proc. */
export const makeFolder = (path: string): void => {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another command can have made it at the same moment.
    if (!existsSync(path)) throw error;
  }
};
