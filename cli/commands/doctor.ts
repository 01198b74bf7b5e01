import { Command } from 'commander';
import { diagnose } from '../doctor/diagnose.ts';
import type { DoctorOptions } from '../doctor/options.ts';
import { diagnosisJson, diagnosisText, exitCodeOf } from '../doctor/report.ts';
import { tell, tellInColour } from '../tell.ts';
import { noRulesOption, trustRulesOption } from '../rules/options.ts';
import { languageOf } from '../language.ts';
import { contractOption, languageOption, stateOption, urlOption } from '../options.ts';

/** `3pas doctor`: why an endpoint can't be reached or let us in, before the first test. */
export const doctorCommand = (exit: (code: number) => void): Command =>
  new Command('doctor')
    .description(
      'Looks at everything between a profile and the answer of its endpoint, in order: configuration, environment variables, files, DNS, TCP, proxy, TLS, server certificate, host name, clock, client certificate, credentials, WSDL and SOAPAction, IsAlive. Stops at the first cause that explains the rest, and names it with its remedy, within five seconds. Sends two requests at most (production gets IsAlive alone) and no delivery unless asked. Exit codes: 0 all is well, 2 wrong usage or configuration, 3 the environment or the endpoint stands in the way.',
    )
    .option('-p, --profile <name>', 'profile by name or path (see: npx 3pas profiles)', 'mock-poc')
    .addOption(urlOption())
    .addOption(contractOption())
    .option(
      '--deliver',
      "sends one valid delivery as well, marked as a test and without a medium (klaargezet), for a body of the profile's bevoegdGezag; never in production",
    )
    .addOption(stateOption())
    .addOption(trustRulesOption())
    .addOption(noRulesOption())
    .option('--json', 'steps, cause and remedy as one line of JSON')
    .addOption(languageOption())
    .addHelpText(
      'after',
      `
Marks: ✓ well  ! well, with a remark  – not applicable  ✗ the cause  · not done

Examples:
  npx 3pas doctor --profile eto-tst-pkio --lang nl
  npx 3pas doctor --profile eto-poc --deliver`,
    )
    .action(async (options: DoctorOptions) => {
      const diagnosed = await diagnose(options);
      if (options.json === true) tell(`${diagnosisJson(diagnosed, options.profile)}\n`);
      else tellInColour(diagnosisText(diagnosed, languageOf(options.lang)));
      exit(exitCodeOf(diagnosed));
    });
