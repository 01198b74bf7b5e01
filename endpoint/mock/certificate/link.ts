import type { Certificate } from './presented.ts';

/** What is known of one certificate; unknown says why. */
export type Status =
  | { readonly kind: 'good' }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'unknown'; readonly why: string };

/** A certificate and the one whose key signed it. */
export interface Link {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
}
