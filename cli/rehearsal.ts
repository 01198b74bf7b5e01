import type { Contract } from '#contract/contract';
import { nearTo } from '#contract/texts/nearest';
import type { Faces } from '#generators/faces';
import { createGeneration } from '#generators/create-generation';
import type { Generation } from '#generators/generation';
import { unknownValues } from '#generators/known-values';
import { createWorkshop } from '#generators/workshop';
import { type Rehearsal, rehearse } from '#generators/rehearse';
import { createOracle } from '#judgement/oracle';
import type { Profile } from '#profiles/profile';
import { UsageError } from './usage-error.ts';

/** When deliveries are made, and in the name of which run. */
export interface Occasion extends Pick<Generation, 'runId' | 'beyondMinimal'> {
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** What is made of which contract, when, and what of it is tried first. */
export interface Rehearsed {
  readonly contract: Contract;
  readonly faces: Faces;
  readonly occasion: Occasion;
  /** Undefined: nothing. */
  readonly rehearsal: Rehearsal | undefined;
}

/** What deliveries of a contract are made from; throws `ContractError` for a `rules.mjs` that does not work for these document types. */
export const rehearsedGeneration = ({ contract, faces, occasion, rehearsal }: Rehearsed): Generation => {
  const { today, runId, beyondMinimal } = occasion;
  const generation = createGeneration({
    contract,
    runId,
    beyondMinimal,
    oracle: createOracle(contract),
    context: { today, oin: undefined, mandates: undefined },
    faces,
    authorities: undefined,
    media: undefined,
  });
  if (rehearsal !== undefined) rehearse(generation, rehearsal);
  return generation;
};

/** Throws `UsageError` for a body or medium of a profile that the contract does not know. */
export const mustKnowValues = (contract: Contract, { name, authorities, media }: Profile): void => {
  const [first] = unknownValues({ contract, workshop: createWorkshop(contract), authorities, media });
  if (first === undefined) return;
  const { role, value, known } = first;
  const near = nearTo(value, known);
  throw new UsageError({
    nl: `profiel ${name}: "${value}" is in dit contract geen waarde van ${role}${near.nl || '; schrijf de waarde precies zoals in het contract'}`,
    en: `profile ${name}: "${value}" is no value of ${role} in this contract${near.en || '; spell it as the contract does'}`,
  });
};
