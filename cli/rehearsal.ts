import type { Contract } from '#contract/contract';
import { loadFaces } from '#generators/faces';
import { type Generation, createGeneration } from '#generators/generation';
import { rehearse } from '#generators/rehearse';
import { createOracle } from '#judgement/oracle';

/** For whom and when deliveries are made. */
export interface Occasion extends Pick<Generation, 'runId' | 'authorities' | 'media'> {
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** What deliveries of a contract are made from; throws `ContractError` for a `rules.mjs` that does not work for these document types. */
export const rehearsedGeneration = async (
  contract: Contract,
  { today, ...occasion }: Occasion,
  documentTypes: readonly string[] = [],
): Promise<Generation> => {
  const generation = createGeneration({
    ...occasion,
    contract,
    oracle: createOracle(contract),
    context: { today, oin: undefined, mandates: undefined },
    faces: await loadFaces(contract),
  });
  const all = contract.documentTypes.map(({ name }) => name);
  rehearse(generation, documentTypes.length === 0 ? all : documentTypes);
  return generation;
};
