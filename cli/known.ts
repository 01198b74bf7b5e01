import { didYouMean } from '#contract/nearest';
import { UsageError } from './usage-error.ts';

/** Throws `UsageError` for a value of an option that is none of these. */
export const demandKnown = (option: string, said: readonly string[] | undefined, all: readonly string[]): void => {
  for (const one of said ?? []) {
    if (!all.includes(one))
      throw new UsageError(`${option} "${one}" is unknown${didYouMean(one, all)} (known: ${all.join(', ')})`);
  }
};
