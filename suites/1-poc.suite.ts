import { connectionChecks } from './connection.ts';
import { deliveryChecks } from './delivery.ts';
import { phaseSuite } from './phase.ts';
import { protocolChecks } from './protocol.ts';
import { redeliveryChecks } from './redelivery.ts';
import { rejectionChecks } from './rejection.ts';
import { robustnessChecks } from './robustness.ts';
import { variantChecks } from './variants.ts';

/** Phase 1: the PoC endpoint on the external test environment, with a username. */
await phaseSuite(1, {
  connection: connectionChecks,
  delivery: deliveryChecks,
  rejection: rejectionChecks,
  protocol: protocolChecks,
  variants: variantChecks,
  redelivery: redeliveryChecks,
  robustness: robustnessChecks,
});
