import { readContract } from '#contract/reader';
import type { Contract } from '#contract/contract';
import { createOracle } from '#judgement/oracle';
import type { Faces } from '#generators/faces';
import { loadFaces } from '#generators/faces/load-faces';
import { createGeneration } from '#generators/create-generation';
import type { Generation } from '#generators/generation';

/** The day on which the tests take place. */
const testDay = '2026-11-24';

/** A generation for the contract 2020/01, with every body and medium. */
export const generationForTests = async (): Promise<Generation> => {
  const contract = readContract(new URL('../../contract/2020-01', import.meta.url).pathname);
  return generationOf(contract, await loadFaces(contract));
};

/** A generation for any contract. */
export const generationOf = (contract: Contract, faces: Faces, today = testDay): Generation =>
  createGeneration({
    contract,
    oracle: createOracle(contract),
    faces,
    context: { today, oin: undefined, mandates: undefined },
    runId: 'proef',
    authorities: undefined,
    media: undefined,
  });
