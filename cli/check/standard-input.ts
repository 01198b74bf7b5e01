import type { Bilingual } from '#contract/texts/bilingual';
import { UsageError } from '../usage-error.ts';
import { readWithin } from './file-within.ts';

/** What comes in, and nothing where that can't be read; throws `UsageError` in these words for more than so many bytes. */
export const standardInput = (most: number, tooLarge: Bilingual): Uint8Array => {
  try {
    return readWithin(0, most, tooLarge);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return new Uint8Array();
  }
};
