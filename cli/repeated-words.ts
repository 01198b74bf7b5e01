import type { Command, Option } from 'commander';
import { list } from './options.ts';
import { UsageError } from './usage-error.ts';

/** Has a command throw `UsageError` for an option that takes one value and is given twice, of which commander would take the last unseen. */
export const demandOnce = (command: Command): void => {
  for (const option of command.options.filter(takesOne)) {
    let times = 0;
    command.on(`option:${option.name()}`, () => {
      times += 1;
      if (times > 1) throw repeated(option.long ?? option.flags);
    });
  }
};

const takesOne = ({ required, optional, variadic, parseArg }: Option): boolean =>
  (required || optional) && !variadic && parseArg !== list;

const repeated = (option: string): UsageError =>
  new UsageError({
    nl: `${option} staat er twee keer, en daarvan geldt er één; haal de andere weg`,
    en: `${option} is given twice, and takes one value; leave one out`,
  });
