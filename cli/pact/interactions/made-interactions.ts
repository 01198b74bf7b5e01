import { perform, type Performance } from '../../rules/perform.ts';
import type { Job } from '../../rules/job.ts';
import type { PactInteraction } from './interaction.ts';

type PactJob = Extract<Job, { readonly kind: 'pact' }>;

/** Makes the interactions of an outline where the code of the contract may run; throws what is wrong with the contract. */
export const madeInteractions = async ({
  contract,
  use,
  ...job
}: Omit<Performance, 'job'> & Omit<PactJob, 'kind'>): Promise<readonly PactInteraction[]> => {
  const made: PactInteraction[] = [];
  await perform({ contract, use, job: { kind: 'pact', ...job } }, (given) => {
    if (given.kind === 'interactions') made.push(...given.interactions);
  });
  return made;
};
