import type { Bilingual } from '#contract/texts/bilingual';
import type { CertificateChain } from './chain.ts';
import type { CertificateFacts } from './facts.ts';

/** The phases that ask for a client certificate. */
export type CertificatePhase = 2 | 3 | 4;

/** When a certificate is judged, for which phase, and with which key. */
export interface Circumstances {
  readonly phase: CertificatePhase;
  readonly now: Date;
  /** SHA-256 over the SubjectPublicKeyInfo of the private key that goes with it, hexadecimal; undefined when unknown. */
  readonly keySha256?: string | undefined;
}

/** What a judge looks at. */
export interface Presented extends Circumstances {
  readonly leaf: CertificateFacts;
  readonly chain: CertificateChain;
}

/** What a judge says, before it is weighed how far that binds. */
export interface Opinion {
  readonly says: 'holds' | 'breaks' | 'warns' | 'unknown' | 'not-applicable';
  readonly reason: Bilingual;
  /** What explains and mends this, where that is something else than what usually breaks the requirement. */
  readonly own?: OwnWords | undefined;
}

/** Cause and remedy of one way to break a requirement. */
export interface OwnWords {
  readonly cause: Bilingual;
  readonly remedy: Bilingual;
}

export type CertificateJudge = (presented: Presented) => Opinion;

const saying =
  (says: Opinion['says']) =>
  (nl: string, en: string): Opinion => ({ says, reason: { nl, en } });

export const holds = saying('holds');
export const breaks = saying('breaks');
export const warns = saying('warns');
export const unknown = saying('unknown');
export const notApplicable = saying('not-applicable');
