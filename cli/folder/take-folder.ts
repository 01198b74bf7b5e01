import { accessSync, constants, existsSync, readdirSync, rmdirSync } from 'node:fs';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';
import { type FolderLock, demandFree, isLock, lockFolder } from './lock-folder.ts';
import { makeFolder } from './make-folder.ts';

/** Makes a folder for what a command writes and takes it; throws `UsageError` when it is in use, holds something already or can't be written. */
export const takeEmptyFolder = (out: string, command: string): FolderLock => {
  demandFree(out);
  demandEmpty(out, command);
  const lock = takeFolder(out, command);
  try {
    // What had it in between has left something.
    demandEmpty(out, command);
    return lock;
  } catch (error) {
    lock.release();
    throw error;
  }
};

/** The same for a folder that may hold something already. */
export const takeFolder = (out: string, command: string): FolderLock => {
  try {
    const isNew = !existsSync(out);
    makeFolder(out);
    accessSync(out, constants.W_OK);
    const { release } = lockFolder(out, command);
    return {
      release: () => {
        release();
        if (isNew) removeEmpty(out);
      },
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const why = saidBy(error);
    throw new UsageError({
      nl: `in de uitvoermap ${out} is niet te schrijven (${why.nl}); geef met --out een andere`,
      en: `the output folder ${out} can't be written (${why.en}); give another one with --out`,
    });
  }
};

/** A command that could not begin leaves no folder behind. */
const removeEmpty = (out: string): void => {
  try {
    rmdirSync(out);
  } catch {
    // It holds something, or is gone.
  }
};

/** The folder of a run is named after it unless said. */
const demandEmpty = (out: string, command: string): void => {
  if (namesIn(out).every(isLock)) return;
  const [nl, en] = command === 'run' ? [', of een andere --run-id', ', or another --run-id'] : ['', ''];
  throw new UsageError({
    nl: `de uitvoermap ${out} is niet leeg; geef met --out een andere${nl}`,
    en: `the output folder ${out} is not empty; give another one with --out${en}`,
  });
};

const namesIn = (out: string): readonly string[] => {
  try {
    return readdirSync(out);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    const why = saidBy(error);
    throw new UsageError({
      nl: `${out} is geen map die te lezen is (${why.nl}); geef met --out een andere`,
      en: `${out} is not a folder that can be read (${why.en}); give another one with --out`,
    });
  }
};
