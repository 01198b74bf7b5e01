import type { Contract } from '#contract/contract';
import { createOracle, type Oracle } from './oracle.ts';

/** Starts an oracle in a worker of its own. */
export const start = (contract: Contract): Pick<Oracle, 'judge'> => createOracle(contract);
