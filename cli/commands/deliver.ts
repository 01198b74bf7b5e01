import { Command } from 'commander';
import type { DeliverOptions } from '../deliver/deliver.ts';
import { contractOption, languageOption, stateOption, urlOption } from '../options.ts';

/** `3pas deliver`: sends one delivery of a vendor's from a file. */
export const deliverCommand = (exit: (code: number) => void): Command =>
  new Command('deliver')
    .description(
      'Checks a message, request or dossier in a file, and delivers it to the endpoint of a profile; tells what the answer means, records and judges it. The limits, bodies and media of the profile hold, and production gets no delivery. Exit codes: 0 accepted, 1 refused, or not sent since the check found something, 2 wrong usage or what must not leave, 3 no answer that tells.',
    )
    .argument('<file>', 'SOAP message, request or dossier, or - for what comes in')
    .option('-p, --profile <name>', 'profile by name or path (see: npx 3pas profiles)', 'mock-poc')
    .addOption(urlOption())
    .addOption(contractOption())
    .option(
      '--anyway',
      'send it though the check found something; to another machine only under a permission for violations',
    )
    .option('-o, --out <folder>', 'folder for the recording, new or empty (default: 3pas-out/<run id>)')
    .addOption(stateOption())
    .option('--clock <moment>', 'the day that is taken for today (default: the clock)')
    .option('--json', 'the answer as one line of JSON')
    .addOption(languageOption())
    .action(async (file: string, options: DeliverOptions) => {
      const { deliver } = await import('../deliver/deliver.ts');
      exit(await deliver(file, options));
    });
