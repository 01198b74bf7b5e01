import { certificateChecks } from './certificate.ts';
import { connectionChecks } from './connection.ts';
import { deliveryChecks } from './delivery.ts';
import { protocolChecks } from './protocol.ts';
import { redeliveryChecks } from './redelivery.ts';
import { rejectionChecks } from './rejection.ts';
import { robustnessChecks } from './robustness.ts';
import { tlsChecks } from './tls.ts';
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

/** Phases 2 and 3: the TST-Aansluit endpoint on the external test environment, with a certificate. */
export const aansluit: Contents = {
  connection: connectionChecks,
  tls: tlsChecks,
  certificate: certificateChecks,
  delivery: deliveryChecks,
  rejection: rejectionChecks,
  protocol: protocolChecks,
  variants: variantChecks,
  redelivery: redeliveryChecks,
  robustness: robustnessChecks,
};

/** Phase 4: production, which gets the connection test and nothing else. */
export const production: Contents = {
  connection: connectionChecks,
  tls: tlsChecks,
  certificate: certificateChecks,
};

/** The table of contents of a phase. */
export const contentsOf = (phase: number): Contents => {
  const contents = [poc, aansluit, aansluit, production][phase - 1];
  if (contents === undefined) throw new Error(`there is no suite for phase ${String(phase)}`);
  return contents;
};
