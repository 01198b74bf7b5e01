import { readContract } from '#contract/reader';
import type { Carrier } from '../credentials.ts';
import { createExaminer, type Examiner } from './examine.ts';

/** What the worker needs to know. */
export interface ExaminerSetup {
  readonly directory: string;
  readonly carrier: Carrier;
}

interface Functions extends Pick<Examiner, 'examine'> {
  /** Does nothing but be there. */
  readonly warmUp: () => void;
}

/** The functions that the guard calls. */
export const start = ({ directory, carrier }: ExaminerSetup): Functions => {
  const { examine } = createExaminer(readContract(directory), carrier);
  return { examine, warmUp: () => undefined };
};
