import type { NeverBroken } from '#evidence/event';
import type { Job } from './job.ts';
import { perform, type Performance } from './perform.ts';

/** Tries the rules of a contract; tells which constraints can be broken in no delivery of a document type. */
export const triedRules = async ({
  contract,
  use,
  ...when
}: Omit<Performance, 'job'> & Omit<Extract<Job, { readonly kind: 'never-broken' }>, 'kind'>): Promise<
  readonly NeverBroken[]
> => {
  const never: NeverBroken[] = [];
  await perform({ contract, use, job: { kind: 'never-broken', ...when } }, (given) => {
    if (given.kind === 'never-broken') never.push(...given.never);
  });
  return never;
};
