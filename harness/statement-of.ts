import { ContractError } from '#contract/folder/contract-error';
import type { Bilingual } from '#contract/texts/bilingual';
import { shortened, shortenedBoth } from '#contract/texts/shortened';
import type { CheckStated } from '#evidence/event';

/** Why an error that no judge threw keeps a check from deciding: the contract folder is wrong, or the suite is. */
export const statementOf = (error: Error): Pick<CheckStated, 'as' | 'reason' | 'trace'> =>
  error instanceof ContractError
    ? { as: 'blocked', reason: contractReason(error) }
    : { as: 'broken', reason: brokenReason(error), trace: error.stack && shortened(error.stack, 4000) };

/** The code of the contract's author, `rules.mjs`, runs in ours. */
const contractReason = (error: ContractError): Bilingual => {
  const { nl, en } = textOf(error);
  return shortenedBoth({ nl: `De contractmap klopt niet: ${nl}`, en: `The contract folder is wrong: ${en}` });
};

const brokenReason = (error: Error): Bilingual => {
  const { nl, en } = textOf(error);
  return shortenedBoth({ nl: `Fout in de suite: ${nl}`, en: `Bug in the suite: ${en}` });
};

/** Some errors speak both languages. */
const textOf = (error: Error & { readonly text?: Bilingual | undefined }): Bilingual =>
  error.text ?? { nl: error.message, en: error.message };
