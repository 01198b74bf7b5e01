import { type Stats, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '#contract/texts/bilingual';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';

/** Throws `UsageError` where one of these names in a folder is there and is no file: a pipe never ends, and no report can take a folder's name. */
export const demandFiles = (folder: string, names: readonly string[]): void => {
  for (const name of names) demandKind(join(folder, name), 'file');
};

/** Throws `UsageError` for a folder of packs that is none, or that holds what is no file by the name of a pack. */
export const demandPacks = (folder: string): void => {
  if (demandKind(folder, 'folder') === undefined) return;
  demandFiles(
    folder,
    readdirSync(folder).filter((name) => name.endsWith('.gz')),
  );
};

/** Throws `UsageError` where this is there and is of another kind. */
export const demandKind = (path: string, kind: 'file' | 'folder'): Stats | undefined => {
  const found = lookAt(path);
  if (found === undefined || (kind === 'file' ? found.isFile() : found.isDirectory())) return found;
  const [is, wanted] = [nameOf(found), kind === 'file' ? names.file : names.folder];
  throw new UsageError({
    nl: `${path} is ${is.nl} en niet ${wanted.nl}; haal dat weg, of geef een andere map`,
    en: `${path} is ${is.en} and not ${wanted.en}; take it away, or give another folder`,
  });
};

const lookAt = (path: string): Stats | undefined => {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    const why = saidBy(error);
    throw new UsageError({
      nl: `${path} is niet te lezen (${why.nl}); geef een andere map`,
      en: `${path} can't be read (${why.en}); give another folder`,
    });
  }
};

const names = {
  file: { nl: 'een bestand', en: 'a file' },
  folder: { nl: 'een map', en: 'a folder' },
  pipe: { nl: 'een named pipe', en: 'a named pipe' },
  socket: { nl: 'een socket', en: 'a socket' },
  device: { nl: 'een apparaat', en: 'a device' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const nameOf = (found: Stats): Bilingual => {
  if (found.isFile()) return names.file;
  if (found.isDirectory()) return names.folder;
  if (found.isFIFO()) return names.pipe;
  return found.isSocket() ? names.socket : names.device;
};
