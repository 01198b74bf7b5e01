import type { Command } from 'commander';
import { UsageError } from './usage-error.ts';

/** Throws `UsageError` where an option or an argument of a command is empty, as that of a variable that is not set: as a path it would be the current folder. */
export const demandNoEmptyWords = (command: Command): void => {
  const option = command.options.find((one) => command.getOptionValue(one.attributeName()) === '');
  if (option !== undefined) throw empty(option.long ?? option.flags);
  const index = command.args.indexOf('');
  if (index === -1) return;
  const { registeredArguments: all } = command;
  throw empty(`<${(all[index] ?? all.at(-1))?.name() ?? ''}>`);
};

const empty = (word: string): UsageError =>
  new UsageError({
    nl: `${word} is leeg; geef een waarde (is de variabele waar die uit komt wel gezet?)`,
    en: `${word} is empty; give a value (is the variable that it comes from set?)`,
  });
