import { openSync, statSync } from 'node:fs';

/** Opens a file to read; throws for anything of that name that is no file: a pipe might never end. */
export const openFile = (path: string): number => {
  if (!statSync(path).isFile()) throw new Error(`${path} is no file`);
  return openSync(path, 'r');
};
