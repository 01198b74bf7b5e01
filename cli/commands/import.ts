import { Command, Option } from 'commander';
import { withDemands } from '../demands.ts';
import type { ImportOptions } from '../import/import.ts';
import { contractOption, languageOption, list, whole } from '../options.ts';
import { withDataOptions } from '../recording/term.ts';
import { reporterNames } from '../run/options.ts';

/** `3pas import`: traffic that a system kept itself becomes a recording. */
export const importCommand = (exit: (code: number) => void): Command =>
  withDataOptions(withDemands(new Command('import')))
    .description(
      'Makes a recording of requests and answers that a system, browser or proxy kept itself, judges it as what listen receives, and reports: HAR, a message log of WCF (.svclog), or a folder of pairs such as 1-request.xml and 1-response.xml (with or without their HTTP heads). Credentials are left out. Exit codes: 0 in order or judged in part, 1 the system does not conform, 2 wrong usage, 3 no verdict.',
    )
    .argument('<paths...>', 'HAR, .svclog or folder of pairs')
    .option('--phase <number>', 'phase that the traffic is of', whole(1, 3), 1)
    .addOption(contractOption())
    .option('--recording <name>', 'name of the recording (default: after the first path)')
    .option('--vendor <file>', 'what the system can do, vendor.yaml: what of it is shown is told (see docs/listen.md)')
    .option('-o, --out <folder>', 'folder of the recording, new or empty (default: 3pas-out/<recording>)')
    .addOption(
      new Option('--reporter <names>', `any of ${reporterNames.join(', ')}`).argParser(list).default(undefined, 'all'),
    )
    .option('--json', 'the summary as one line of JSON')
    .addOption(languageOption())
    .action(async (paths: readonly string[], options: ImportOptions) => {
      const { importTraffic } = await import('../import/import.ts');
      exit(await importTraffic(paths, options));
    });
