/** The ways in which a client certificate can be wrong, each by itself; a receiving side refuses every one of them. */
export const certificateFaults = [
  'expired',
  'not-yet-valid',
  'wrong-root',
  'self-signed',
  'missing-intermediate',
  'wrong-key-usage',
  'no-client-auth',
  'no-oin',
  'oin-of-19-digits',
  'oin-in-wrong-field',
  'revoked-by-crl',
  'revoked-by-ocsp',
  'foreign-key',
] as const;

export type CertificateFault = (typeof certificateFaults)[number];
