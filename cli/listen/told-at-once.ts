import { gather } from '#contract/folder/attempt';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';

/** Reads files that people write; throws a `UsageError` with all that is wrong in them, each on a line of its own with its place. */
export const toldAtOnce = <Read>(read: () => Read): Read => {
  const { read: whole, errors } = gather(() => [read()] as const);
  if (whole !== undefined) return whole[0];
  const [first] = errors;
  if (first !== undefined && errors.length === 1) throw first;
  const said = errors.map(saidBy);
  throw new UsageError({
    nl: said.map(({ nl }) => nl).join('\n'),
    en: said.map(({ en }) => en).join('\n'),
  });
};
