import type { AnswerPaths, FailureFlag } from '../contract.ts';

/** What the flag of a response may say of an acceptance: its own texts, and the three outcomes where these stand there. */
export const acceptingTexts = (
  { at, succeeded }: Pick<FailureFlag, 'at' | 'succeeded'>,
  outcome: AnswerPaths['outcome'],
): readonly string[] => [...succeeded, ...(at === outcome?.status ? Object.values(outcome.statuses) : [])];
