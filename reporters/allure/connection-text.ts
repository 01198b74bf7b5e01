import { X509Certificate } from 'node:crypto';
import type { WireTls } from '#contract/wire/exchange';
import { certificatesIn } from '#judgement/certificate/pem';

/** What an exchange went over, a line each: version of TLS and cipher, and the certificates (PEM) that were offered. */
export const connectionText = (tls: WireTls | undefined, identity: string): string =>
  [
    ...(tls === undefined ? [] : [`${tls.version} ${tls.cipher}${tls.resumed ? ', resumed' : ''}`]),
    ...certificatesIn(identity).map((der, index) => certificateLine(new X509Certificate(der), index)),
  ]
    .map((line) => `${line}\n`)
    .join('');

const certificateLine = ({ subject, validFrom, validTo, fingerprint256 }: X509Certificate, index: number): string => {
  const who = index === 0 ? 'certificaat / certificate' : 'uitgever / issuer';
  return `${who}: ${subject.replaceAll('\n', ', ')} (${validFrom} – ${validTo}, SHA-256 ${fingerprint256})`;
};
