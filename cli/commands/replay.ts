import { Command } from 'commander';
import { contractOption, languageOption, stateOption, urlOption, whole } from '../options.ts';
import type { ReplayOptions } from '../replay/replay.ts';
import { noRulesOption, trustRulesOption } from '../rules/options.ts';

/** `3pas replay`: a case of an earlier run, sent again. */
export const replayCommand = (exit: (code: number) => void): Command =>
  new Command('replay')
    .description(
      'Sends a failure of an earlier run again, and has the same judge decide: byte for byte at the embedded endpoint, under new numbers and dates at another. Limits, permission, bodies and media of the profile hold as for a run. Exit codes: 0 fixed, 1 failed, 2 wrong usage or configuration, 3 blocked: it could not be sent, or nothing was decided.',
    )
    .argument('<case>', 'folder of a case in a corpus, or output folder of a run')
    .option('--finding <number>', 'which failure of the run, as its report numbers them', whole(1, 100_000))
    .option('-p, --profile <name>', 'profile by name or path (default: that of the run that found it)')
    .addOption(urlOption())
    .addOption(contractOption())
    .addOption(trustRulesOption())
    .addOption(noRulesOption())
    .addOption(stateOption())
    .option('-o, --out <folder>', 'output folder (default: 3pas-out/<run>)')
    .option(
      '--clock <moment>',
      'the moment that is taken for now (default: now; at the embedded endpoint that of the run that found it)',
    )
    .option('--json', 'the outcome as one line of JSON')
    .addOption(languageOption())
    .action(async (path: string, options: ReplayOptions) => {
      const { replay } = await import('../replay/replay.ts');
      exit(await replay(path, options));
    });
