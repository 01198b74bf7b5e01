/** What can be wrong with the certificate of a client, one fault at a time: all that an endpoint has to refuse. */
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

/** The hierarchies that certificates of clients come from: KOOP's own, and PKIoverheid's G1 and G4. */
export const hierarchies = ['koop', 'g1', 'g4'] as const;

export type Hierarchy = (typeof hierarchies)[number];
