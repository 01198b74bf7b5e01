import { connectionDefects } from './topics/connection.ts';
import { deliveryDefects } from './topics/delivery.ts';
import { faultDefects } from './topics/faults.ts';
import { internalDefects } from './topics/internals.ts';
import { lenientDefects } from './topics/lenient.ts';
import { protocolDefects } from './topics/protocol.ts';
import { redeliveryDefects } from './topics/redelivery.ts';
import { rejectionDefects } from './topics/rejection.ts';
import { robustnessDefects } from './topics/robustness.ts';
import { ruleDefects } from './topics/rules.ts';
import type { SeededDefects } from './seeded-defect.ts';
import { sessionDefects } from './topics/session.ts';
import { tlsDefects } from './topics/tls.ts';
import { unreadableDefects } from './topics/unreadable.ts';
import { variantDefects } from './topics/variants.ts';
import { zipDefects } from './topics/zips.ts';

/** Every seeded defect by its id, in the order of the requirements that find them. */
export const catalogue: SeededDefects = {
  ...connectionDefects,
  ...tlsDefects,
  ...deliveryDefects,
  ...sessionDefects,
  ...rejectionDefects,
  ...zipDefects,
  ...ruleDefects,
  ...lenientDefects,
  ...protocolDefects,
  ...unreadableDefects,
  ...faultDefects,
  ...variantDefects,
  ...redeliveryDefects,
  ...robustnessDefects,
  ...internalDefects,
};
