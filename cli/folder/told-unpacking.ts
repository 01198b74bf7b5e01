import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';
import { toldWriting } from './told-writing.ts';

/** Reads a package and unpacks it into the folder for temporary files; throws `UsageError` where it can't be read, and as `toldWriting` where it can't be unpacked. */
export const toldUnpacking = <Value>(file: string, open: () => Promise<Value>): Promise<Value> =>
  toldWriting(async () => {
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof Error) || !('path' in error) || error.path !== file) throw error;
      throw new UsageError(
        {
          nl: `${file} is niet te lezen (${saidBy(error).nl}); geef een pakket dat u mag lezen`,
          en: `${file} can't be read (${saidBy(error).en}); give a package that you may read`,
        },
        { cause: error },
      );
    }
  });
