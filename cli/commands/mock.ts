import { Command, Option } from 'commander';
import { readContract } from '#contract/reader';
import { type Hierarchy, hierarchies } from '#contract/wire/certificate-faults';
import type { MockServer } from '#endpoint/mock/server';
import { asBlock } from '#contract/texts/visible';
import { contractFolder } from '../contract-folder.ts';
import { languageOf } from '../language.ts';
import { contractOption, languageOption, whole } from '../options.ts';
import { type CertificateFolder, prepareCertificateFolder, writeCertificates } from '../mock/certificate-folder.ts';
import { openMock } from '../mock/open-mock.ts';
import { ownRoots } from '../mock/own-roots.ts';
import { type PasswordAsked, passwordAsked, usualPassword } from '../mock/password.ts';
import { startedJson, startedText } from '../mock/started-text.ts';
import { momentOf } from '../run/clock.ts';
import { saidBy } from '../said-by.ts';
import { stayLean } from '../stay-lean.ts';
import { tell, tellAside } from '../tell.ts';
import type { Language } from '#reporters/texts';
import { UsageError } from '../usage-error.ts';

interface Options {
  readonly port: number;
  readonly contract?: string;
  readonly carrier: 'basic' | 'wsse' | 'header';
  readonly username: string;
  readonly passwordEnv?: string;
  readonly anyPassword?: boolean;
  readonly tls?: Hierarchy | true;
  readonly certificates?: string;
  readonly trust?: readonly string[];
  readonly hostName?: readonly string[];
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
      new Option('--carrier <way>', 'how the username comes')
        .choices(['basic', 'wsse', 'header'])
        .default('basic')
        .conflicts('tls'),
    )
    .addOption(
      new Option('--username <name>', 'the username that is let in').default('proefaansluiting').conflicts('tls'),
    )
    .addOption(
      new Option(
        '--password-env <variable>',
        `environment variable with the password that goes with it (default: ${usualPassword})`,
      ).conflicts('tls'),
    )
    .addOption(new Option('--any-password', 'takes any password, and none at all').conflicts(['tls', 'passwordEnv']))
    .addOption(
      new Option('--tls [hierarchy]', 'mutual TLS: who has a certificate of it is let in (default: of any)').choices(
        hierarchies,
      ),
    )
    .option('--certificates <folder>', 'with --tls: folder, new or empty, for throw-away certificates to come in with')
    .option('--trust <file...>', 'with --tls: roots of your own whose certificates are let in too, PEM or DER')
    .option(
      '--host-name <names...>',
      'names besides localhost that requests may be for, as behind a proxy; under TLS the certificate has them too',
    )
    .option('--clock <moment>', 'the day the endpoint takes for today (default: the clock)')
    .option('--json', 'the address as one line of JSON')
    .addOption(languageOption())
    .action(serve);

const serve = async (options: Options): Promise<void> => {
  stayLean();
  const language = languageOf(options.lang);
  const contract = readContract(contractFolder(options.contract));
  const trusts = options.trust?.flatMap((file) => ownRoots(file));
  const folder = folderOf(options);
  const password = passwordAsked(options);
  const mock = await openMock({
    contract,
    port: options.port,
    hostNames: options.hostName?.map((name) => name.toLowerCase()),
    today: options.clock === undefined ? undefined : momentOf(options.clock).today,
    ...(options.tls === undefined
      ? byUsername(options, password)
      : { tls: { accepts: accepted(options.tls), trusts } }),
    onError: (error) => {
      tellAside(`3pas: ${asBlock(saidBy(error)[language])}\n`);
    },
  });
  try {
    const started = { mock, username: options.username, password, certificates: certificatesOf(mock, folder, options) };
    const text = options.json === true ? `${startedJson(started)}\n` : startedText(started, language);
    tell(text);
    await new Promise<unknown>((resolve) => {
      process.once('SIGINT', resolve).once('SIGTERM', resolve);
    });
  } finally {
    await mock.close();
  }
};

const byUsername = ({ carrier, username }: Options, { password }: PasswordAsked) => ({ carrier, username, password });

const accepted = (tls: Hierarchy | true): readonly Hierarchy[] => (tls === true ? hierarchies : [tls]);

/** Made before the endpoint starts, so that what is wrong with it is told first. */
const folderOf = ({ tls, certificates, trust }: Options): string | undefined => {
  const [lone] = tls === undefined ? [certificates && '--certificates', trust && '--trust'].filter(Boolean) : [];
  if (lone !== undefined)
    throw new UsageError({
      nl: `${lone} hoort bij --tls; geef ook --tls, of laat het weg`,
      en: `${lone} goes with --tls; add --tls, or leave it out`,
    });
  if (tls !== undefined && certificates === undefined)
    throw new UsageError({
      nl: '--tls vraagt --certificates <map>: daar komen certificaten om binnen te komen, en de root van het endpoint',
      en: '--tls needs --certificates <folder>: certificates to get in with come there, and the root of the endpoint',
    });
  return certificates === undefined ? undefined : prepareCertificateFolder(certificates);
};

const certificatesOf = (
  { tls: material }: MockServer,
  folder: string | undefined,
  { tls }: Options,
): CertificateFolder | undefined =>
  material === undefined || folder === undefined || tls === undefined
    ? undefined
    : writeCertificates(folder, material, accepted(tls));
