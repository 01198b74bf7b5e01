import type { Bilingual } from '#contract/texts/bilingual';
import { UsageError } from '../usage-error.ts';
import { readHandleWithin } from '#xml/read-within';
import { within } from './file-within.ts';

/** What comes in, and nothing where that can't be read; throws `UsageError` in these words for more than so many bytes. */
export const standardInput = (most: number, tooLarge: Bilingual): Uint8Array => {
  try {
    return within(() => readHandleWithin(0, most), tooLarge);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return new Uint8Array();
  }
};
