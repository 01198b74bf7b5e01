import { readContract } from '#contract/reader';
import { demandingContract, gateContract } from '#gate/evidence/gate-contract';
import { digestsOf } from '#gate/page/differing-files';
import { gatePage } from '#gate/page/gate-page';
import { contractFolder } from '../contract-folder.ts';
import { writeTold } from '../folder/write-told.ts';
import { languageOf } from '../language.ts';
import { tell } from '../tell.ts';
import { suiteVersion } from '../version.ts';
import type { GateOptions } from './gate.ts';

/** Writes the page of the gate for a contract; throws `UsageError` where the file is there already, or can't be written. */
export const writeGatePage = async (file: string, options: Pick<GateOptions, 'contract' | 'lang'>): Promise<void> => {
  const contract = readContract(contractFolder(options.contract));
  const embedded = {
    ...{ suite: suiteVersion, contract: gateContract(contract), demanding: demandingContract(contract) },
    files: digestsOf(contract.ownFiles),
  };
  const language = languageOf(options.lang);
  const page = await gatePage(embedded, language);
  const said = (why: string) => ({
    nl: `--gate-html ${file} is niet te schrijven (${why}); geef een ander bestand`,
    en: `--gate-html ${file} can't be written (${why}); give another file`,
  });
  writeTold({ file, said }, page);
  tell(language === 'nl' ? `Open ${file} in een browser.\n` : `Open ${file} in a browser.\n`);
};
