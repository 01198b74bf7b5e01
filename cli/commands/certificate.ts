import { Command, Option } from 'commander';
import type { CertificatePhase } from '#judgement/certificate/opinion';
import type { Language } from '#reporters/texts';
import { fitsSome, inspect, type InspectionRequest } from '../certificate/inspect.ts';
import { inspectionJson } from '../certificate/inspection-json.ts';
import { inspectionText } from '../certificate/inspection-text.ts';
import { languageOf } from '../language.ts';
import { languageOption } from '../options.ts';
import { passwordIn } from '../password-in.ts';
import { momentOf } from '../run/clock.ts';
import { tell } from '../tell.ts';

interface Options {
  readonly key?: string;
  readonly chain?: readonly string[];
  readonly koopCa?: readonly string[];
  readonly passwordEnv?: string;
  readonly phase?: '2' | '3' | '4';
  readonly clock?: string;
  readonly json?: boolean;
  readonly lang?: Language;
}

/** `3pas certificate inspect`: whether a client certificate will do for a phase. */
export const certificateCommand = (exit: (code: number) => void): Command =>
  new Command('certificate').description('Looks after client certificates.').addCommand(
    new Command('inspect')
      .description(
        'Reads a client certificate and judges it by each requirement of the phases; ends with 1 when it fits none.',
      )
      .argument('<file>', 'the certificate: PEM, DER, PKCS#7 or PKCS#12')
      .option('--key <file>', 'its private key, where that is in a file of its own')
      .option('--chain <file...>', 'certificates of its issuers')
      .option('--koop-ca <file...>', 'certificates of the CA of KOOP, for phase 2')
      .option('--password-env <variable>', 'environment variable with the password of key or PKCS#12')
      .addOption(new Option('--phase <number>', 'only this phase (default: all three)').choices(['2', '3', '4']))
      .option('--clock <moment>', 'the moment it is judged at (default: now)')
      .option('--json', 'as JSON')
      .addOption(languageOption())
      .action((file: string, options: Options) => {
        const language = languageOf(options.lang);
        const inspection = inspect(requestOf(file, options));
        const text = options.json === true ? inspectionJson(inspection) : inspectionText(inspection, language);
        tell(`${text}\n`);
        exit(fitsSome(inspection) ? 0 : 1);
      }),
  );

const allPhases: readonly CertificatePhase[] = [2, 3, 4];

const requestOf = (certificate: string, options: Options): InspectionRequest => ({
  files: { certificate, key: options.key, chain: options.chain, passphrase: passwordIn(options.passwordEnv) },
  koop: options.koopCa ?? [],
  phases: allPhases.filter((phase) => options.phase === undefined || options.phase === String(phase)),
  now: new Date(momentOf(options.clock).clock),
});
