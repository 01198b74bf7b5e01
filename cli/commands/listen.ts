import { Command, InvalidArgumentError, Option } from 'commander';
import { withDemands } from '../demands.ts';
import type { ListenOptions } from '../listen/options.ts';
import { contractOption, languageOption, list, stateOption, whole } from '../options.ts';
import { withDataOptions } from '../recording/term.ts';
import { reporterNames } from '../run/options.ts';

/** `3pas listen`: a vendor's system delivers here, and is judged. */
export const listenCommand = (exit: (code: number) => void): Command =>
  withDataOptions(withDemands(new Command('listen')))
    .description(
      "Is the endpoint of a phase for a vendor's system, answers it as the mock does, records and judges all that it sends, and reports. Exit codes: 0 in order or judged in part, 1 the system does not conform, 2 wrong usage or configuration, 3 nothing to judge arrived.",
    )
    .option('-p, --profile <name>', 'profile of phase 1, 2 or 3 by name or path (see: npx 3pas profiles)', 'mock-poc')
    .addOption(contractOption())
    .option('--recording <name>', 'name of the recording; one that is there goes on (default: a new one)')
    .option('-o, --out <folder>', 'folder of the recording (default: 3pas-out/<recording>)')
    .option('--port <number>', 'port of the endpoint; 0 takes a free one', whole(0, 65_535), 8443)
    .option('--page-port <number>', 'port of the page, on 127.0.0.1; 0 takes a free one', whole(0, 65_535), 0)
    .option('--host <address>', 'another address of this machine to listen on as well; it opens the endpoint to others')
    .option(
      '--name <names>',
      'names besides localhost that requests may be for; under TLS they stand in the certificate',
      list,
    )
    .addOption(
      new Option('--public-url <address>', 'address of the service in its WSDL, as behind a proxy').argParser(address),
    )
    .addOption(
      new Option('--carrier <way>', 'phase 1: how the username comes (default: that of the profile)').choices([
        'basic',
        'wsse',
        'header',
      ]),
    )
    .option('--username <names>', 'phase 1: usernames that are let in, each a sender (default: proefaansluiting)', list)
    .option('--password-env <variable>', 'phase 1: environment variable with the password (default: any will do)')
    .option('--server-cert <file>', 'phase 2 and 3: certificate of the server with its chain, in place of a made one')
    .option('--server-key <file>', 'its private key')
    .option('--client-ca <file...>', 'phase 2 and 3: roots of your own whose certificates are let in too, PEM or DER')
    .option(
      '--forward <profile>',
      'has the endpoint of another profile answer: messages go on to it byte for byte, within the limits of that profile',
    )
    .addOption(stateOption('with --forward: '))
    .option('--vendor <file>', 'what the system can do, vendor.yaml: what of it is shown is told (see docs/listen.md)')
    .option('--answers <file>', 'answers to play at deliveries, such as a Fault or a lost answer (see docs/listen.md)')
    .option('--stop-when-complete', 'with --vendor: ends once all that it declares is shown')
    .addOption(new Option('--for <time>', 'ends after this time, such as 90s, 30m or 2h').argParser(duration))
    .option('--clock <moment>', 'the day the endpoint takes for today (default: the clock)')
    .addOption(
      new Option('--reporter <names>', `any of ${reporterNames.join(', ')}`).argParser(list).default(undefined, 'all'),
    )
    .option('--json', 'start, messages and summary as a line of JSON each')
    .addOption(languageOption())
    .action(async (options: ListenOptions) => {
      const { listen } = await import('../listen/listen.ts');
      exit(await listen(options));
    });

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

const duration = (said: string): number => {
  const [, count, unit = ''] = /^(\d{1,6})([smh])$/.exec(said) ?? [];
  const milliseconds = Number(count) * (units[unit] ?? NaN);
  // A timer of Node takes no more than 31 bits.
  if (milliseconds > 0 && milliseconds < 2 ** 31) return milliseconds;
  throw new InvalidArgumentError('Give a time such as 90s, 30m or 2h, three weeks at most.');
};

const address = (said: string): string => {
  const url = URL.parse(said);
  if (
    url !== null &&
    ['http:', 'https:'].includes(url.protocol) &&
    `${url.username}${url.password}${url.search}${url.hash}` === ''
  )
    return said;
  throw new InvalidArgumentError('Give one http or https address without a query, such as https://host/path.');
};
