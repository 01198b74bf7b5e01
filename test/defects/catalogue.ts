import { connectionDefects } from './connection.ts';
import { deliveryDefects } from './delivery.ts';
import { faultDefects } from './faults.ts';
import { protocolDefects } from './protocol.ts';
import { redeliveryDefects } from './redelivery.ts';
import { rejectionDefects } from './rejection.ts';
import { robustnessDefects } from './robustness.ts';
import { ruleDefects } from './rules.ts';
import type { SeededDefects } from './seeded-defect.ts';
import { tlsDefects } from './tls.ts';
import { variantDefects } from './variants.ts';

/** Every seeded defect by its id, in the order of the requirements that find them. */
export const catalogue: SeededDefects = {
  ...connectionDefects,
  ...tlsDefects,
  ...deliveryDefects,
  ...rejectionDefects,
  ...ruleDefects,
  ...protocolDefects,
  ...faultDefects,
  ...variantDefects,
  ...redeliveryDefects,
  ...robustnessDefects,
};
