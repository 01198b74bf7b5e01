import { Command, Option } from 'commander';
import type { CheckOptions } from '../check/check.ts';
import { withDemands } from '../demands.ts';
import { contractOption, languageOption, list, stateOption, urlOption, whole } from '../options.ts';
import type { VerifyOptions } from '../pact/verify/verify.ts';
import { reporterNames } from '../run/options.ts';
import { noRulesOption, trustRulesOption } from '../rules/options.ts';
import type { WriteOptions } from '../pact/write/write.ts';

/** `3pas pact`: the interface in the form of Pact. */
export const pactCommand = (exit: (code: number) => void): Command =>
  new Command('pact')
    .description('The interface as a pact, the contract file of Pact (docs.pact.io).')
    .addCommand(checkCommand(exit))
    .addCommand(verifyCommand(exit))
    .addCommand(writeCommand());

const checkCommand = (exit: (code: number) => void): Command =>
  new Command('check')
    .description(
      "Judges a vendor's own pact, of specification 1 to 4, offline and without Pact: each request as 3pas check judges a message, and each answer that is expected by what the contract lets an endpoint answer. Exit codes: 0 all valid (warnings are told), 1 findings, 2 wrong usage, no pact, or an interaction that is no request to the service.",
    )
    .argument('<files...>', 'pact files, or - for what comes in')
    .option('--phase <number>', 'leave out what this phase does not ask (default: all phases)', whole(1, 4))
    .addOption(contractOption())
    .option('--clock <moment>', 'the day that is taken for today (default: the clock)')
    .option('--strict', 'a warning is a finding too')
    .option('--junit <file>', 'what was found as JUnit XML, a case for each interaction')
    .option('--json', 'what was found as one line of JSON')
    .addOption(languageOption())
    .action(async (files: readonly string[], options: CheckOptions) => {
      const { checkPact } = await import('../pact/check/check-pact.ts');
      exit(await checkPact(files, options));
    });

const verifyCommand = (exit: (code: number) => void): Command =>
  withDemands(new Command('verify'))
    .description(
      "Has Pact's verifier ask the endpoint of a profile what the pact of the interface says, with dates and numbers of today: only what the profile permits, through the client of a run, which keeps its limits; what is left out is told first. The results stand in the report of a run. Exit codes: 0 passed or tested in part, 1 the endpoint does not conform, 2 wrong usage or Pact is not installed, 3 no verdict possible.",
    )
    .option('-p, --profile <name>', 'profile by name or path (see: npx 3pas profiles)', 'mock-poc')
    .addOption(urlOption())
    .addOption(contractOption())
    .addOption(trustRulesOption())
    .addOption(noRulesOption())
    .addOption(
      new Option('--reporter <names>', `any of ${reporterNames.join(', ')}`).argParser(list).default(undefined, 'all'),
    )
    .option('-o, --out <folder>', 'output folder (default: 3pas-out/<run>)')
    .option('--run-id <id>', 'name of the run in reference numbers (default: from the clock)')
    .option('--clock <moment>', 'the moment the run takes for now (default: now)')
    .addOption(stateOption())
    .option('--json', 'the summary as one line of JSON')
    .addOption(languageOption())
    .action(async (options: VerifyOptions) => {
      const { verify } = await import('../pact/verify/verify.ts');
      exit(await verify(options));
    });

const writeCommand = (): Command =>
  new Command('write')
    .description(
      'Writes the pact of a contract folder: what a permit system asks, and what the service answers. Needs Pact (npm install --save-dev @pact-foundation/pact).',
    )
    .addOption(contractOption())
    .addOption(trustRulesOption())
    .addOption(noRulesOption())
    .option('-o, --out <file>', 'the file to write (default: vergunningensysteem-drop-3pas-<contract>.json)')
    .option('--clock <moment>', 'the moment that its dates are made at (default: now)')
    .addOption(languageOption())
    .action(async (options: WriteOptions) => {
      const { write } = await import('../pact/write/write.ts');
      await write(options);
    });
