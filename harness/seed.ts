import { createHash } from 'node:crypto';

/** A 31-bit seed for one check, from the seed of the run and the check's key. */
export const seedOf = (runSeed: number, check: string): number =>
  createHash('sha256')
    .update(`${String(runSeed)}\n${check}`)
    .digest()
    .readUInt32BE(0) >>> 1;
