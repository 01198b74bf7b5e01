import type { Contract } from '#contract/contract';
import { withRoles } from '#judgement/manners/role-values';

/** Whether a delivery has a title that does not say that it is a test. */
export const isUnmarked = (contract: Contract, message: Uint8Array): boolean => {
  const titles = withRoles(contract, message, (roles) => roles?.texts('title')) ?? [];
  return titles.length > 0 && !titles.some((title) => /test/i.test(title));
};
