import { readContract } from '#contract/reader';
import type { Carrier } from '../credentials.ts';
import { createExaminer, type Examiner } from './examine.ts';
import { isSecurity } from './soap/username-token.ts';

/** What the worker needs to know. */
export interface ExaminerSetup {
  readonly directory: string;
  readonly carrier: Carrier;
}

/** The functions that the guard calls. */
export const start = ({ directory, carrier }: ExaminerSetup): Pick<Examiner, 'examine'> => {
  const { examine } = createExaminer(readContract(directory), (block) => carrier === 'wsse' && isSecurity(block));
  return { examine };
};
