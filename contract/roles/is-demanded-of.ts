import { pathOf } from '#contract/roles/bindings';
import type { Contract, NeededRole } from '#contract/contract';

/** Whether what a description demands under a condition can be demanded of a document type: the condition may be another one. */
export const isDemandedOf = (
  contract: Pick<Contract, 'uses'>,
  { condition: { path, values, isNot } }: NeededRole,
  documentType: string,
): boolean =>
  path !== pathOf(contract, 'documentType') || values.length === 0 || values.includes(documentType) !== isNot;
