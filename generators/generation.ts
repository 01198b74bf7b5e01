import type { Bilingual } from '#contract/contract';
import type { Oracle } from '#judgement/oracle';
import type { Faces } from './faces.ts';
import type { Circumstances } from './circumstances.ts';
import { mustFitUses } from './fitting-uses.ts';
import { createWorkshop } from './workshop.ts';

/** What deliveries are made from. Copies with other authorities, media or context share their workshop. */
export interface Generation extends Circumstances {
  readonly oracle: Oracle;
  readonly faces: Faces;
  /** Valid drafts of a document type that are made once to be broken in many ways; undefined: each violation has its own. */
  readonly stock?: Stock;
  /** Why a violation must not leave; such a one is left out. Undefined: anything may. */
  readonly forbids?: ((message: Uint8Array) => Bilingual | undefined) | undefined;
}

/** From which seed, and how many for each document type; at most 50. */
export interface Stock {
  readonly seed: number;
  readonly size: number;
}

/** A generation with a workshop of its own; throws when the run id can't stand in a reference, and `ContractError` for a use that does not fit. */
export const createGeneration = (options: Omit<Generation, 'workshop'>): Generation => {
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/.test(options.runId)) {
    throw new Error(`run id '${options.runId}': use one to forty letters, digits and hyphens, the first no hyphen`);
  }
  const workshop = createWorkshop(options.contract);
  mustFitUses(options.contract, workshop);
  return { ...options, workshop };
};
