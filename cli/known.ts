import { nearTo } from '#contract/texts/nearest';
import { UsageError } from './usage-error.ts';

/** Throws `UsageError` for a value of an option that is none of these. */
export const demandKnown = (option: string, said: readonly string[] | undefined, all: readonly string[]): void => {
  for (const one of said ?? []) {
    if (!all.includes(one)) throw unknown(option, one, all);
  }
};

const unknown = (option: string, said: string, all: readonly string[]): UsageError => {
  const near = nearTo(said, all);
  return new UsageError({
    nl: `${option} "${said}" is onbekend${near.nl} (bekend: ${all.join(', ')})`,
    en: `${option} "${said}" is unknown${near.en} (known: ${all.join(', ')})`,
  });
};
