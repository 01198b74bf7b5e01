import type { Contract } from '#contract/contract';
import { didYouMean } from '#contract/nearest';
import { loadFaces } from '#generators/faces';
import { type Generation, createGeneration } from '#generators/generation';
import { unknownValues } from '#generators/known-values';
import { type Rehearsal, rehearse } from '#generators/rehearse';
import { createOracle } from '#judgement/oracle';
import type { Profile } from '#profiles/profile';
import { UsageError } from './usage-error.ts';

/** When deliveries are made, and in the name of which run. */
export interface Occasion extends Pick<Generation, 'runId'> {
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** What deliveries of a contract are made from; throws `ContractError` for a `rules.mjs` that does not work for these document types. */
export const rehearsedGeneration = async (
  contract: Contract,
  { today, runId }: Occasion,
  rehearsal: Rehearsal = {},
): Promise<Generation> => {
  const generation = createGeneration({
    contract,
    runId,
    oracle: createOracle(contract),
    context: { today, oin: undefined, mandates: undefined },
    faces: await loadFaces(contract),
    authorities: undefined,
    media: undefined,
  });
  rehearse(generation, rehearsal);
  return generation;
};

/** Throws `UsageError` for a body or medium of a profile that the contract does not know. */
export const mustKnowValues = (generation: Generation, { name, authorities, media }: Profile): void => {
  const [first] = unknownValues({ ...generation, authorities, media });
  if (first === undefined) return;
  const { role, value, known } = first;
  const near = didYouMean(value, known) || '; spell it as the contract does';
  throw new UsageError(`profile ${name}: "${value}" is no value of ${role} in this contract${near}`);
};
