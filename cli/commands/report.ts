import { Command, Option } from 'commander';
import { withDemands } from '../demands.ts';
import { languageOption, list } from '../options.ts';
import type { GivenOptions } from '../report/report.ts';
import { reporterNames } from '../run/options.ts';

/** `3pas report`: what a run writes at its end, from its folder. */
export const reportCommand = (exit: (code: number) => void): Command =>
  withDemands(new Command('report'))
    .description(
      'Makes the reports and the clean-up list of a run from its folder, also of one that was killed: table, Allure, JUnit, coverage, results and opruimlijst.csv. Exit codes: that of the run (0 passed or tested in part, 1 the endpoint does not conform, 3 no verdict possible); 2 wrong usage, a folder that holds no run, or a journal that can not be read.',
    )
    .argument('<run>', 'output folder of a run')
    .addOption(
      new Option('--reporter <names>', `any of ${reporterNames.join(', ')}`).argParser(list).default(undefined, 'all'),
    )
    .option('-o, --out <folder>', 'another folder for the reports, new or empty (default: that of the run)')
    .option('--json', 'the summary as one line of JSON')
    .addOption(languageOption())
    .action(async (folder: string, options: GivenOptions) => {
      const { report } = await import('../report/report.ts');
      exit(await report(folder, options));
    });
