import { resolve } from 'node:path';
import { readContract } from '#contract/reader';
import { againstDefects } from '#defects/against';
import { systemClock } from '#endpoint/clock';

/** The contract of every run. */
export const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));

/** Prepared once for all tests of a file. */
export const againstContract = await againstDefects(contract, systemClock.now);

export const { act, sharedPki, mockFor, tlsFor, runAt, verdictsAgainst } = againstContract;
