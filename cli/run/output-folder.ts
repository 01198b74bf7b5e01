import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { makeFolder } from '../make-folder.ts';
import { UsageError } from '../usage-error.ts';

/** Makes the output folder of a run; throws `UsageError` when it can't be written or holds something already. */
export const prepareFolder = (out: string): void => {
  if (existsSync(out) && readdirNonEmpty(out)) {
    throw new UsageError(`the output folder ${out} is not empty; give another one with --out, or another --run-id`);
  }
  try {
    makeFolder(out);
    accessSync(out, constants.W_OK);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`the output folder ${out} can't be written (${why}); give another one with --out`);
  }
};

const readdirNonEmpty = (out: string): boolean => {
  try {
    return readdirSync(out).length > 0;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${out} is not a folder (${why}); give another one with --out`);
  }
};
