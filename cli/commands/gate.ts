import { Command, Option } from 'commander';
import { policyTemplate } from '#gate/policy/policy-template';
import type { GateOptions } from '../gate/gate.ts';
import { languageOption, whole } from '../options.ts';
import { momentOf } from '../run/clock.ts';
import { tellSheet } from '../tell.ts';
import { UsageError } from '../usage-error.ts';

interface Options extends GateOptions {
  readonly policyTemplate?: boolean;
  readonly new?: string;
  readonly codes?: string;
  readonly gateHtml?: string;
}

/** `3pas gate`: whether evidence suffices for a phase. */
export const gateCommand = (exit: (code: number) => void): Command =>
  new Command('gate')
    .description(
      'Decides whether evidence of a vendor suffices for a phase (fase-akkoord), offline: judges the recorded messages again, and tells what is missing for each document type and who supplies it. Exit codes: 0 voldoet, 1 voldoet niet or altered, 3 onbeslist, 2 wrong usage.',
    )
    .argument('[evidence]', 'package of 3pas seal, a folder with packages, or the output folder of a recording or run')
    .addOption(
      new Option('--phase <number>', 'phase that is decided on: 1 PoC, 2 and 3 TST-Aansluit, 4 production').argParser(
        whole(1, 4),
      ),
    )
    .option('--policy <file>', 'policy of KOOP, a CSV table; without one nobody passes')
    .option('--contract <folder>', 'contract folder of KOOP to judge by (default: 2020-01)')
    .option('--earlier <folder>', 'folder with the decisions on earlier phases, as --out wrote them')
    .option(
      '--observations <path>',
      'what was seen of the dossiers of a sample: a file, or a folder with those of several packages',
    )
    .option('--code <code>', 'code that the vendor carries in titles or references')
    .addOption(
      new Option(
        '--sample <number>',
        'draws so many dossiers, one of each declared document type at least, and writes a page to fill in what is seen of them',
      ).argParser(whole(1, 100)),
    )
    .option('-o, --out <file>', 'where the decision goes as JSON, or the page of a sample; never overwritten')
    .addOption(
      new Option('--letter <language>', 'a letter of one page to the vendor in place of the decision').choices(['nl']),
    )
    .option('--csv', 'of a folder with packages: the table as CSV')
    .option('--page <file>', 'of a folder with packages: the table as a page too')
    .option('--gate-html <file>', 'writes a page that decides on packages in a browser, by the contract')
    .option('--new <vendor>', 'makes a short code that the vendor carries in titles or references')
    .option('--codes <file>', 'file that such codes are kept in (default: codes.csv)')
    .option('--policy-template', 'prints a policy with the defaults, to be filled in')
    .option('--json', 'the decision as JSON')
    .addOption(languageOption())
    .action(
      async (
        evidence: string | undefined,
        { policyTemplate: isTemplate, new: vendor, gateHtml, ...options }: Options,
      ) => {
        if (gateHtml !== undefined) await (await import('../gate/write-page.ts')).writeGatePage(gateHtml, options);
        else if (isTemplate === true) tellSheet(policyTemplate(momentOf(undefined).today));
        else if (vendor !== undefined) (await import('../gate/new-code.ts')).giveCode(vendor, options);
        else exit(await gated(evidence, options));
      },
    );

const gated = async (evidence: string | undefined, options: GateOptions): Promise<number> => {
  if (evidence === undefined)
    throw new UsageError({
      nl: 'er is geen bewijs gegeven; geef een pakket, zoals 3pas gate bundle.zip --phase 2',
      en: 'no evidence is given; give a package, such as 3pas gate bundle.zip --phase 2',
    });
  const { gateOn } = await import('../gate/gate.ts');
  return gateOn(evidence, options);
};
