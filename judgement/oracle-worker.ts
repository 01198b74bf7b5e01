import { readContract } from '#contract/reader';
import { createOracle, type Oracle } from './oracle.ts';

/** Starts an oracle for the contract in a folder, in a worker of its own. */
export const start = (directory: string): Pick<Oracle, 'judge'> => createOracle(readContract(directory));
