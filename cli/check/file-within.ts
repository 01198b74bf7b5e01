import type { Bilingual } from '#contract/texts/bilingual';
import { FileTooLarge, readWithin } from '#xml/read-within';
import { UsageError } from '../usage-error.ts';

/** What is in a file, also in a pipe or device; throws `UsageError` in these words for more than so many bytes. */
export const fileWithin = (path: string, most: number, tooLarge: Bilingual): Uint8Array =>
  within(() => readWithin(path, most), tooLarge);

/** Throws `UsageError` in these words where a reader came upon too much. */
export const within = <Result>(read: () => Result, tooLarge: Bilingual): Result => {
  try {
    return read();
  } catch (error) {
    if (error instanceof FileTooLarge) throw new UsageError(tooLarge, { cause: error });
    throw error;
  }
};
