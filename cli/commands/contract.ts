import { Command } from 'commander';
import { visible } from '#contract/texts/visible';
import type { Contract } from '#contract/contract';
import { readContract } from '#contract/reader';
import { createExaminer } from '#endpoint/mock/examine';
import { createAnswers } from '#endpoint/server/soap/answers';
import { unmarkedIn } from '#generators/unmarked';
import { unmindedIn } from '#generators/unminded';
import { createWorkshop } from '#generators/workshop';
import { momentOf } from '../run/clock.ts';
import { tell, tellAside } from '../tell.ts';
import { noRulesOption, type RulesOptions, trustRulesOption } from '../rules/options.ts';
import { perform } from '../rules/perform.ts';
import { useToMake } from '../rules/use.ts';
import { contractFolder } from '../contract-folder.ts';

/** `3pas contract lint`: whether a contract folder can be used. */
export const contractCommand = (): Command =>
  new Command('contract').description('Looks after contract folders.').addCommand(
    new Command('lint')
      .description('Reads a contract folder and says what is wrong with it first, with file and line.')
      .argument('[folder]', 'the folder (default: the one that comes with the suite)')
      .addOption(trustRulesOption())
      .addOption(noRulesOption())
      .action(async (folder: string | undefined, options: RulesOptions) => {
        const contract = readContract(contractFolder(folder));
        await mustGenerate(contract, options);
        createAnswers(contract);
        createExaminer(contract, 'basic').dispose();
        for (const { place, sentence } of unmindedIn(contract, createWorkshop(contract), {
          authorities: [],
          media: [],
        }))
          tellAside(
            `${place.file}:${String(place.line)}: warning: ${sentence}. Until then nothing is delivered to another machine.\n`,
          );
        for (const { place, text } of unmarkedIn(contract))
          tellAside(`${place.file}:${String(place.line)}: warning: ${text.en}.\n`);
        const { constraints, rules, documentTypes, id, digest } = contract;
        const counts = `${String(documentTypes.length)} document types, ${String(constraints.length)} constraints, ${String(rules.length)} rules`;
        tell(`${visible(id)}: ${counts}, digest ${digest.slice(0, 16)}\n`);
      }),
  );

/** Nothing is generated of a contract that is read without its `rules.mjs`: chance need not keep the rules. */
const mustGenerate = async (contract: Contract, options: RulesOptions): Promise<void> => {
  const isWhole = options.rules !== false || contract.faces === undefined;
  const occasion = { today: momentOf(undefined).today, runId: 'lint' };
  const job = { kind: 'lint', occasion, rehearsal: isWhole ? {} : undefined } as const;
  await perform({ contract, use: useToMake(contract, options), job }, () => undefined);
};
