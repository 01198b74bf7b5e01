import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** A copy of the shipped contract folder that a swap changes as an author would; its examples are made again. */
export interface FolderCopy {
  readonly directory: string;
  /** Replaces all places of a text or pattern, of which there must be one, in each file that is named. */
  readonly replace: (
    files: string | readonly string[],
    from: string | RegExp,
    to: string | ((found: string) => string),
  ) => FolderCopy;
  readonly write: (file: string, text: string) => FolderCopy;
  readonly read: (file: string) => string;
  readonly dispose: () => void;
}

/** The contract that comes with the suite. */
export const shipped = resolve(import.meta.dirname, '../../contract/2020-01');

/** A new copy. */
export const copyOfShipped = (): FolderCopy => {
  const directory = mkdtempSync(join(tmpdir(), '3pas-swap-'));
  cpSync(shipped, directory, { recursive: true });
  const read = (file: string): string => readFileSync(join(directory, file), 'utf8');
  const copy: FolderCopy = {
    directory,
    read,
    replace: (files, from, to) => {
      for (const file of [files].flat()) {
        const before = read(file);
        const sought = typeof from === 'string' ? from : new RegExp(from, 'g');
        const after = typeof to === 'string' ? before.replaceAll(sought, to) : before.replaceAll(sought, to);
        if (after === before) throw new Error(`${file} has no ${String(from)}: correct the swap`);
        copy.write(file, after);
      }
      return copy;
    },
    write: (file, text) => {
      mkdirSync(dirname(join(directory, file)), { recursive: true });
      writeFileSync(join(directory, file), text);
      return copy;
    },
    dispose: () => {
      rmSync(directory, { recursive: true });
    },
  };
  for (const name of readdirSync(join(directory, 'examples'))) rmSync(join(directory, 'examples', name));
  return copy;
};
