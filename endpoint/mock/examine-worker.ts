import type { Contract } from '#contract/contract';
import type { Carrier } from '../credentials.ts';
import { createExaminer, type Examiner } from './examine.ts';

/** What the worker needs to know. */
export interface ExaminerSetup {
  readonly contract: Contract;
  readonly carrier: Carrier;
}

interface Functions extends Pick<Examiner, 'examine'> {
  /** Examines an example, so that no message pays for what is compiled when it is first needed. */
  readonly warmUp: () => void;
}

/** The functions that the guard calls. */
export const start = ({ contract, carrier }: ExaminerSetup): Functions => {
  const { examine } = createExaminer(contract, carrier);
  return {
    examine,
    warmUp: () => {
      const example = contract.files.get(contract.documentTypes[0]?.example ?? '');
      if (example !== undefined) examine(example, { today: '2024-03-01', oin: undefined, mandates: undefined });
    },
  };
};
