import { connectionChecks } from './connection.ts';
import { deliveryChecks } from './delivery.ts';
import { protocolChecks } from './protocol.ts';
import { redeliveryChecks } from './redelivery.ts';
import { rejectionChecks } from './rejection.ts';
import { robustnessChecks } from './robustness.ts';
import type { Contents } from './topics.ts';
import { variantChecks } from './variants.ts';

/** Phase 1: the PoC endpoint on the external test environment, with a username. */
export const poc: Contents = {
  connection: connectionChecks,
  delivery: deliveryChecks,
  rejection: rejectionChecks,
  protocol: protocolChecks,
  variants: variantChecks,
  redelivery: redeliveryChecks,
  robustness: robustnessChecks,
};
