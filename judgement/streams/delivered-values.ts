import type { Contract } from '#contract/contract';
import type { Use } from '#contract/use';
import { withRoles } from '../manners/role-values.ts';
import type { Sent } from '../case.ts';
import type { Purpose } from '../purpose.ts';

/** Purposes of deliveries that are written as the contract has them; an answer shows how others were read, which may be ambiguous. */
const plain: ReadonlySet<Purpose> = new Set<Purpose>([
  'control',
  'valid',
  'without-medium',
  'variant',
  'mended',
  'afterwards',
  'again',
  'last',
  'later',
  'filler',
  'sibling',
  'optional-header',
  'other-actor',
  'addressing',
]);

/** The text at the role of a use in an accepted delivery, empty where it has none; undefined for any other exchange. */
export const deliveredValue = (
  { purpose, answer, exchange }: Sent,
  contract: Contract,
  use: Use,
): string | undefined => {
  if (answer.kind !== 'accepted' || !plain.has(purpose)) return undefined;
  return withRoles(contract, exchange.request.body, (roles) => roles && (roles.texts(use)[0] ?? '').trim());
};
