import { Option } from 'commander';
import type { RunStarted } from '#evidence/event';

/** What a person says of the code of a contract, its `rules.mjs`. */
export interface RulesOptions {
  readonly trustRules?: boolean;
  /** False with `--no-rules`. */
  readonly rules?: boolean;
}

/** The same for whoever repeats a command. */
export const saidOfRules = ({ trustRules, rules }: RulesOptions): RunStarted['asked']['rules'] => {
  if (rules === false) return 'left-out';
  return trustRules === true ? 'trusted' : undefined;
};

/** Whoever has read the file can run it as code of their own. */
export const trustRulesOption = (): Option =>
  new Option(
    '--trust-rules',
    'run rules.mjs of the contract, which is code, with the rights of this command',
  ).conflicts('rules');

/** The folder without its code. */
export const noRulesOption = (): Option =>
  new Option(
    '--no-rules',
    'leave out rules.mjs of the contract: its rules are kept by chance, and none is broken on purpose',
  );
