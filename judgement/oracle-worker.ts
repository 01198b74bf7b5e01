import type { Contract } from '#contract/contract';
import { readingOracle } from './reading-oracle.ts';
import type { Oracle } from './oracle.ts';

/** Starts an oracle in a worker of its own. */
export const start = (contract: Contract): Pick<Oracle, 'judge'> => readingOracle(contract);
