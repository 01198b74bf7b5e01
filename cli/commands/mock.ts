import { Command, Option } from 'commander';
import { readContract } from '#contract/reader';
import { type RunningMock, startMock } from '#endpoint/mock-process';
import { contractFolder } from '../contract-folder.ts';
import { contractOption, languageOf, languageOption, whole } from '../options.ts';
import { momentOf } from '../run/clock.ts';
import type { Language } from '#reporters/texts';
import { UsageError } from '../usage-error.ts';

interface Options {
  readonly port: number;
  readonly contract?: string;
  readonly carrier: 'basic' | 'wsse' | 'header';
  readonly username: string;
  readonly passwordEnv?: string;
  readonly clock?: string;
  readonly json?: boolean;
  readonly lang?: Language;
}

/** `3pas mock`: the embedded endpoint by itself, for a vendor's system to deliver to. */
export const mockCommand = (): Command =>
  new Command('mock')
    .description('Starts the embedded endpoint on loopback and keeps it up until Ctrl-C; it shows what it received.')
    .option('--port <number>', 'port on 127.0.0.1; 0 takes a free one', whole(0, 65_535), 8080)
    .addOption(contractOption())
    .addOption(
      new Option('--carrier <way>', 'how the username comes').choices(['basic', 'wsse', 'header']).default('basic'),
    )
    .option('--username <name>', 'the username that is let in', 'proefaansluiting')
    .option('--password-env <variable>', 'environment variable with the password (default: any password will do)')
    .option('--clock <moment>', 'the day the endpoint takes for today (default: the clock)')
    .option('--json', 'the address as one line of JSON')
    .addOption(languageOption())
    .action(serve);

const serve = async (options: Options): Promise<void> => {
  const contract = readContract(contractFolder(options.contract));
  const mock = await startMock({
    contract: contract.directory,
    port: options.port,
    carrier: options.carrier,
    username: options.username,
    password: passwordOf(options.passwordEnv),
    today: options.clock === undefined ? undefined : momentOf(options.clock).today,
  });
  process.stdout.write(`${options.json === true ? asJson(mock) : asText(mock, options)}\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve).once('SIGTERM', resolve);
  });
  await mock.stop();
};

const passwordOf = (variable: string | undefined): string | undefined => {
  if (variable === undefined) return undefined;
  const value = process.env[variable];
  if (value !== undefined && value !== '') return value;
  throw new UsageError(
    `--password-env ${variable}: that environment variable is not set; set it, or leave the option out`,
  );
};

const asJson = ({ url, controlUrl }: RunningMock): string =>
  JSON.stringify({ url, wsdl: `${url}?wsdl`, received: controlUrl });

const asText = ({ url, controlUrl }: RunningMock, { username, lang }: Options): string =>
  languageOf(lang) === 'nl'
    ? `Eindpunt: ${url}\nWSDL: ${url}?wsdl\nGebruikersnaam: ${username}\nOntvangen berichten: ${controlUrl}\nStoppen met Ctrl-C.`
    : `Endpoint: ${url}\nWSDL: ${url}?wsdl\nUsername: ${username}\nReceived messages: ${controlUrl}\nStop with Ctrl-C.`;
