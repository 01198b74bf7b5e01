import { openSync, statSync } from 'node:fs';

/** Opens a file to read; throws for what is there by that name and is none: a pipe would never come to its end. */
export const openFile = (path: string): number => {
  if (!statSync(path).isFile()) throw new Error(`${path} is no file`);
  return openSync(path, 'r');
};
