import { readWithin } from '#xml/read-within';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';

/** The bytes of a file that an option names; throws `UsageError` for one that can't be read. */
export const readable = (option: string, file: string): Buffer => {
  try {
    return readWithin(file);
  } catch (error) {
    const why = saidBy(error);
    throw new UsageError({
      nl: `${option} ${file} is niet te lezen (${why.nl}); geef een bestand dat er is`,
      en: `${option} ${file} can't be read (${why.en}); give a file that is there`,
    });
  }
};
