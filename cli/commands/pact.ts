import { Command, Option } from 'commander';
import { withDemands } from '../demands.ts';
import { contractOption, languageOption, list, urlOption } from '../options.ts';
import type { VerifyOptions } from '../pact/verify/verify.ts';
import { reporterNames } from '../run/options.ts';
import { noRulesOption, trustRulesOption } from '../rules/options.ts';
import type { WriteOptions } from '../pact/write/write.ts';

/** `3pas pact`: the interface in the form of Pact. */
export const pactCommand = (exit: (code: number) => void): Command =>
  new Command('pact')
    .description('The interface as a pact, the contract file of Pact (docs.pact.io).')
    .addCommand(verifyCommand(exit))
    .addCommand(writeCommand());

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
