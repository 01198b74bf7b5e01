import { mustFitUses } from './fitting-uses.ts';
import type { Generation } from './generation.ts';
import { createWorkshop } from './workshop.ts';

/** A generation with a workshop of its own; throws when the run id can't stand in a reference, and `ContractError` for a use that does not fit. */
export const createGeneration = (options: Omit<Generation, 'workshop'>): Generation => {
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/.test(options.runId)) {
    throw new Error(`run id '${options.runId}': use one to forty letters, digits and hyphens, the first no hyphen`);
  }
  const workshop = createWorkshop(options.contract);
  mustFitUses(options.contract, workshop);
  return { ...options, workshop };
};
