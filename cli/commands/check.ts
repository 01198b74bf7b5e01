import { Command } from 'commander';
import type { CheckOptions } from '../check/check.ts';
import { contractOption, languageOption, whole } from '../options.ts';

/** `3pas check`: whether deliveries in files are what the contract asks. */
export const checkCommand = (exit: (code: number) => void): Command =>
  new Command('check')
    .description(
      'Judges deliveries in files, offline: SOAP messages, the dossier alone, inhoud.xml or its zip; tells each finding with file, line and column. Exit codes: 0 all valid (warnings are told), 1 findings, 2 wrong usage, or nothing that is a delivery.',
    )
    .argument('<paths...>', 'files, folders, zips of such files, or - for what comes in')
    .option('--phase <number>', 'leave out what this phase does not ask (default: all phases)', whole(1, 4))
    .addOption(contractOption())
    .option('--clock <moment>', 'the day that is taken for today (default: the clock)')
    .option('--strict', 'a warning is a finding too')
    .option('--junit <file>', 'what was found as JUnit XML, a case for each file')
    .option('--json', 'what was found as one line of JSON')
    .addOption(languageOption())
    .action(async (paths: readonly string[], options: CheckOptions) => {
      const { check } = await import('../check/check.ts');
      exit(await check(paths, options));
    });
