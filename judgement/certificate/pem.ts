import { X509Certificate } from 'node:crypto';

const pem = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** The certificates in a PEM text, DER. */
export const certificatesIn = (text: string): readonly Uint8Array[] =>
  [...text.matchAll(pem)].map(([one]) => new X509Certificate(one).raw);
