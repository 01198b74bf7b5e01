import type { Contract } from '#contract/contract';
import type { KeptCase } from './corpus.ts';
import { passesToRetire } from './standing.ts';

/** Why a case is not replayed any more with a profile; undefined for one that is. */
export const retiredBy = (
  { one, standings }: Pick<KeptCase, 'one' | 'standings'>,
  { digest }: Pick<Contract, 'digest'>,
  profile: string,
): 'contract' | 'passes' | undefined => {
  if (one.origin.contract.digest !== digest) return 'contract';
  return (standings[profile]?.passes ?? 0) >= passesToRetire ? 'passes' : undefined;
};
