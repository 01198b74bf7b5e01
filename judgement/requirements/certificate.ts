import { certificateChain } from './certificate-chain.ts';
import { certificateHolder } from './certificate-holder.ts';
import { certificateKey } from './certificate-key.ts';
import { certificateTime } from './certificate-time.ts';
import type { Requirements } from './requirement.ts';

/** What a client certificate must be, for the phases that ask for one. */
export const certificate = {
  ...certificateTime,
  ...certificateChain,
  ...certificateHolder,
  ...certificateKey,
} as const satisfies Requirements;

/** The id of a requirement of a client certificate. */
export type CertificateRequirement = keyof typeof certificate;

/** Whether a requirement is one of a client certificate. */
export const isCertificateRequirement = (id: string): id is CertificateRequirement => id in certificate;
