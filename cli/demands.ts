import { type Command, Option } from 'commander';
import type { Demands } from '#reporters/outcome';

/** What is asked of a run before it is in order, as it is given. */
export interface DemandOptions {
  readonly strict?: boolean;
  readonly strictAll?: boolean;
  readonly requireComplete?: boolean;
}

/** A command with the options that ask more of a run. */
export const withDemands = (command: Command): Command =>
  command
    .option('--strict', 'a SHOULD that fails counts as a failure; with --strict=all also what is only reported')
    .addOption(new Option('--strict-all').hideHelp())
    .option('--require-complete', 'less than the whole plan is no verdict (3)');

/** A value of --strict that is optional would swallow the word after it. */
export const withStrictSpelledOut = (argv: readonly string[]): readonly string[] =>
  argv.map((word) => (word === '--strict=all' ? '--strict-all' : word));

/** What is asked, in effect. */
export const demandsIn = ({ strict = false, strictAll = false, requireComplete = false }: DemandOptions): Demands => {
  const also = strict ? 'should' : 'must';
  return { strict: strictAll ? 'all' : also, complete: requireComplete };
};
