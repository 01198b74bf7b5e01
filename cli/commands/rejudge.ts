import { Command } from 'commander';
import { languageOption } from '../options.ts';
import type { GivenOptions } from '../rejudge/rejudge.ts';

/** `3pas rejudge`: whether the verdicts of a run follow from what it recorded. */
export const rejudgeCommand = (exit: (code: number) => void): Command =>
  new Command('rejudge')
    .description(
      'Judges every case of a run once more from the bytes in its folder, works its verdicts out again, and has xmllint judge what was sent beside libxml2. Sends nothing and changes nothing. Exit codes: 0 all as recorded, as far as bytes were kept; 1 something comes out otherwise; 3 not all of the run is there, or its messages were left out; 2 wrong usage, a folder that holds no run, or another contract.',
    )
    .argument('<run>', 'output folder of a run')
    .option('--contract <folder>', 'where the contract of the run is now (default: where it was)')
    .option('--json', 'what was found as one line of JSON')
    .addOption(languageOption())
    .action(async (folder: string, options: GivenOptions) => {
      const { rejudgeRun } = await import('../rejudge/rejudge.ts');
      exit(await rejudgeRun(folder, options));
    });
