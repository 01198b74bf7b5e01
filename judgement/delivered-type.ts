import type { Contract } from '#contract/contract';
import { withRoles } from './manners/role-values.ts';

/** The document type that a delivery says it is of; undefined for a message that says none of its contract. */
export const deliveredType = (contract: Contract, message: Uint8Array): string | undefined => {
  const names = contract.documentTypes.map(({ name }) => name);
  if (names.length === 1) return names[0];
  const said = withRoles(contract, message, (roles) => roles?.texts('documentType')) ?? [];
  return names.find((name) => said.includes(name));
};
