import { Command } from 'commander';
import { visible } from '#contract/visible';
import { readContract } from '#contract/reader';
import { createExaminer } from '#endpoint/mock/examine';
import { createAnswers } from '#endpoint/mock/soap/answers';
import { judgeExamples } from '#generators/rehearse';
import { rehearsedGeneration } from '../rehearsal.ts';
import { momentOf } from '../run/clock.ts';
import { tell } from '../tell.ts';
import { contractFolder } from '../contract-folder.ts';

/** `3pas contract lint`: whether a contract folder can be used. */
export const contractCommand = (): Command =>
  new Command('contract').description('Looks after contract folders.').addCommand(
    new Command('lint')
      .description('Reads a contract folder and says what is wrong with it first, with file and line.')
      .argument('[folder]', 'the folder (default: the one that comes with the suite)')
      .action(async (folder?: string) => {
        const contract = readContract(contractFolder(folder));
        const occasion = { ...momentOf(undefined), runId: 'lint' };
        judgeExamples(await rehearsedGeneration(contract, occasion));
        createAnswers(contract);
        createExaminer(contract, 'basic').dispose();
        const { constraints, rules, documentTypes, id, digest } = contract;
        const counts = `${String(documentTypes.length)} document types, ${String(constraints.length)} constraints, ${String(rules.length)} rules`;
        tell(`${visible(id)}: ${counts}, digest ${digest.slice(0, 16)}\n`);
      }),
  );
