import fc from 'fast-check';
import { DeliveryError } from './delivery-error.ts';
import { validDelivery } from './delivery.ts';
import { faceFaultsOf } from './face-faults.ts';
import type { Generation } from './generation.ts';
import { violable, violation } from './violation.ts';

/**
 * Makes one valid delivery of each document type, and breaks each rule in it once, so that what is wrong in `rules.mjs`
 * comes to light before anything is sent. Throws `ContractError`.
 */
export const rehearse = (generation: Generation, documentTypes: readonly string[]): void => {
  for (const type of documentTypes) {
    mustWork(generation, '', () => fc.sample(validDelivery(generation, type), once));
    for (const { constraint, violable: can } of violable(generation, type)) {
      if (!can || constraint.kind !== 'rule') continue;
      const about = constraint.id.slice(constraint.id.indexOf('#') + 1);
      mustWork(generation, about, () => fc.sample(violation(generation, type, constraint.id), once));
    }
  }
};

const once = { seed: 1, numRuns: 1 };

/** Without code of the contract's author, what is generated wrong is our bug. */
const mustWork = ({ contract }: Generation, about: string, make: () => unknown): void => {
  try {
    make();
  } catch (error) {
    if (!(error instanceof DeliveryError) || contract.faces === undefined) throw error;
    throw faceFaultsOf(contract).fault(`${error.message}; correct the faces`, { cause: error, about });
  }
};
