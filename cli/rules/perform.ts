import type { Contract } from '#contract/contract';
import { noFaces } from '#generators/faces';
import { loadFaces } from '#generators/faces/load-faces';
import { doJobApart } from './apart.ts';
import { doJob, type Job, type Take } from './job.ts';
import type { RulesUse } from './use.ts';

/** A job on a contract, and where its `rules.mjs` is run. */
export interface Performance {
  readonly contract: Contract;
  readonly use: RulesUse;
  readonly job: Job;
}

/** Does a job where the code of its contract may run; throws what is wrong with the contract. */
export const perform = async ({ contract, use, job }: Performance, take: Take): Promise<void> => {
  if (use === 'locked' || use === 'apart') await doJobApart({ contract, job, isLocked: use === 'locked' }, take);
  else doJob({ contract, job, faces: use === 'here' ? await loadFaces(contract) : noFaces }, take);
};
