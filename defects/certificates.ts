import type { CertificateFault } from '#contract/wire/certificate-faults';
import type { StepName } from '#endpoint/mock/certificate/steps';
import type { Defect } from '#endpoint/mock/parts';

/** Forgets one thing that is asked of the certificate of a client. */
export const forgetting = (step: StepName): Defect => ({
  alter: (parts) => ({
    ...parts,
    certificateSteps: { ...parts.certificateSteps, [step]: () => undefined },
  }),
});

/** What an endpoint forgets that lets in a certificate with a fault; a foreign key is refused by TLS itself, by all. */
export const letsIn = {
  expired: 'not-expired',
  'not-yet-valid': 'begun',
  'wrong-root': 'root',
  'self-signed': 'not-self-signed',
  'missing-intermediate': 'complete',
  'wrong-key-usage': 'key-usage',
  'no-client-auth': 'client-auth',
  'no-oin': 'oin-present',
  'oin-of-19-digits': 'oin-digits',
  'oin-in-wrong-field': 'oin-field',
  'revoked-by-crl': 'crl',
  'revoked-by-ocsp': 'ocsp',
} as const satisfies Readonly<Record<Exclude<CertificateFault, 'foreign-key'>, StepName>>;

/** What each forgetful endpoint does, in one sentence. */
export const forgetfulness = {
  present: 'Lets in who shows no certificate at all.',
  'not-self-signed': 'Lets in a certificate that signed itself.',
  complete: 'Lets in a certificate whose chain breaks off.',
  root: 'Lets in a certificate under a root of the right name, whoever signed.',
  begun: 'Lets in a certificate that is not valid yet.',
  'not-expired': 'Lets in a certificate that has expired.',
  'key-usage': 'Lets in a certificate whose key may not sign.',
  'client-auth': 'Lets in a certificate that is for servers only.',
  'oin-present': 'Lets in a certificate without an OIN.',
  'oin-field': 'Takes the OIN from anywhere in the subject.',
  'oin-digits': 'Takes an OIN of any length.',
  crl: 'Does not look at the list of revoked certificates.',
  ocsp: 'Does not ask the responder for the status of a certificate.',
} as const satisfies Readonly<Record<StepName, string>>;

/** Speaks other versions of TLS. */
export const speaking = (
  minVersion: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3',
  maxVersion: 'TLSv1.2' | 'TLSv1.3',
): Defect => ({
  tls: (settings) => ({
    ...settings,
    minVersion,
    maxVersion,
    // OpenSSL has no cipher of its usual level for what is that old.
    ...(minVersion < 'TLSv1.2' ? { ciphers: 'DEFAULT@SECLEVEL=0' } : {}),
  }),
});
