import { Command, Option } from 'commander';
import { withDemands } from '../demands.ts';
import { contractOption, languageOption, list, seedOption, urlOption, whole } from '../options.ts';
import { noRulesOption, trustRulesOption } from '../rules/options.ts';
import { type RunOptions, reporterNames, usualRuns } from '../run/options.ts';
import { run } from '../run/run.ts';

const runsHelp =
  'valid deliveries for each document type in each property; of violations: below 25 each constraint once, in one way and one document type; from 25 on in each document type in as many of the nearest ways as 25 goes into the number, and every other way in one of them; the seed decides whose turn it is';

/** The profile of a run that names none. */
const usual = 'mock-poc';

type Given = Omit<RunOptions, 'profile' | 'reporter'> & Partial<Pick<RunOptions, 'profile' | 'reporter'>>;

/** What says what a run is comes from its folder. */
const resumeOption = (): Option =>
  new Option(
    '--resume <folder>',
    'goes on with a run that was killed or stopped, from its output folder: the same profile, seed, clock and options, but for what a folder of others could misuse and is asked again: --trust-rules, --url, a --profile that is a file, and a --contract or --state outside the folder; no dossier goes twice, nor do wrong credentials',
  ).conflicts([...['seed', 'runs', 'topic', 'documentType', 'out', 'runId', 'clock', 'rules']]);

/** `3pas run`: the suite of a phase against an endpoint. */
export const runCommand = (exit: (code: number) => void): Command =>
  withDemands(new Command('run'))
    .description(
      "Runs the suite of a profile's phase against its endpoint and reports. Exit codes: 0 passed or tested in part, 1 the endpoint does not conform, 2 wrong usage or configuration, 3 no verdict possible.",
    )
    .option('-p, --profile <name>', `profile by name or path (see: npx 3pas profiles) (default: "${usual}")`)
    .addOption(urlOption())
    .addOption(contractOption())
    .addOption(trustRulesOption())
    .addOption(noRulesOption())
    .addOption(seedOption())
    .option('-n, --runs <number>', `${runsHelp} (default: ${String(usualRuns)})`, whole(1, 10_000))
    .option('--topic <names>', 'only these topics, for example delivery,rejection', list)
    .option('--document-type <names>', 'only these document types', list)
    .addOption(
      new Option('--reporter <names>', `any of ${reporterNames.join(', ')}`).argParser(list).default(undefined, 'all'),
    )
    .option('-o, --out <folder>', 'output folder (default: 3pas-out/<run>)')
    .option(
      '--state <folder>',
      'folder that keeps the nights (see: npx 3pas compare --help); requests of a day are counted there',
    )
    .option(
      '--night',
      'one night of many: at an endpoint with limits one fixed valid delivery a document type and a part of all the rest, the next part each night',
    )
    .option(
      '--turn <number>',
      'with --night: which part has its turn, from 0 (default: the next of --state, else the day decides)',
      whole(0, 1_000_000),
    )
    .option(
      '--corpus <folder>',
      'cases of earlier runs, sent again first by at most a tenth of the requests; new failures are added (default: that of the profile)',
    )
    .option('--run-id <id>', 'name of the run in reference numbers (default: from the clock)')
    .option('--clock <moment>', 'the moment the run takes for now (default: now)')
    .addOption(resumeOption())
    .option('--skip-doctor', 'acts the checks whatever the doctor would find (see: npx 3pas doctor --help)')
    .option('--json', 'the summary as one line of JSON')
    .addOption(languageOption())
    .action(async ({ profile: named, reporter = reporterNames, ...options }: Given) => {
      exit(await run({ ...options, reporter, named, profile: named ?? usual }));
    });
