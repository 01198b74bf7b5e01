import { openSync, rmSync, statSync } from 'node:fs';

/** Opens a file to read; throws for anything of that name that is no file: a pipe might never end. */
export const openFile = (path: string): number => {
  if (!statSync(path).isFile()) throw new Error(`${path} is no file`);
  return openSync(path, 'r');
};

/** Opens a file of our own to write, in place of whatever lay there by its name: a link would lead elsewhere. */
export const openNew = (path: string): number => {
  rmSync(path, { recursive: true, force: true });
  return openSync(path, 'wx');
};
