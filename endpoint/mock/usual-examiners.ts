import type { Contract } from '#contract/contract';
import type { Carrier } from '../credentials.ts';
import { examinerPool } from './examiner-pool.ts';
import { guardedExaminer } from './guarded-examiner.ts';

/** Far more than a delivery has without a large content. */
const largeBytes = 256 * 1024;

/** The examiners of a mock for people: one in a worker, and another while the first one takes long. */
export const usualExaminers = (contract: Contract, carrier: Carrier): ReturnType<typeof examinerPool> =>
  examinerPool({ make: () => guardedExaminer(contract, carrier), most: 2, largeBytes, helpAfterMs: 250 });
