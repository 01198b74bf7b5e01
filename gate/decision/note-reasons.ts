import type { Bilingual } from '#contract/texts/bilingual';
import { resumedText } from '#reporters/resumed-text';
import { type Reason, reason } from './decision.ts';
import type { JudgedEvidence } from './judged-evidence.ts';

/** What whoever decides should know of evidence, and that decides nothing. */
export const noteReasons = ({ facts, contractDifferences = [] }: JudgedEvidence): readonly Reason[] => {
  const texts: readonly (Bilingual | undefined)[] = [resumedText(facts.resumed), ...contractDifferences];
  return texts.flatMap((text) => (text === undefined ? [] : [reason('note', text, { by: 'koop' })]));
};
