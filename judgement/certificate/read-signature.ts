import type { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import type { SignatureFacts } from './facts.ts';

const pss = '1.2.840.113549.1.1.10';

const algorithms: Readonly<Record<string, SignatureFacts>> = {
  '1.2.840.113549.1.1.2': { algorithm: 'md2WithRSAEncryption', hash: 'MD2' },
  '1.2.840.113549.1.1.4': { algorithm: 'md5WithRSAEncryption', hash: 'MD5' },
  '1.2.840.113549.1.1.5': { algorithm: 'sha1WithRSAEncryption', hash: 'SHA-1' },
  '1.2.840.113549.1.1.11': { algorithm: 'sha256WithRSAEncryption', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { algorithm: 'sha384WithRSAEncryption', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { algorithm: 'sha512WithRSAEncryption', hash: 'SHA-512' },
  '1.2.840.113549.1.1.14': { algorithm: 'sha224WithRSAEncryption', hash: 'SHA-224' },
  '1.2.840.10045.4.1': { algorithm: 'ecdsa-with-SHA1', hash: 'SHA-1' },
  '1.2.840.10045.4.3.2': { algorithm: 'ecdsa-with-SHA256', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { algorithm: 'ecdsa-with-SHA384', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { algorithm: 'ecdsa-with-SHA512', hash: 'SHA-512' },
  '1.3.101.112': { algorithm: 'Ed25519', hash: 'SHA-512' },
  '1.3.101.113': { algorithm: 'Ed448', hash: 'SHAKE256' },
};

/** The algorithm of a signature; RSASSA-PSS names its hash in the parameters (RFC 4055, section 3.1). */
export const readSignature = ({ algorithm, parameters }: AlgorithmIdentifier): SignatureFacts =>
  algorithm === pss
    ? { algorithm: 'RSASSA-PSS', hash: pssHash(Buffer.from(parameters ?? new ArrayBuffer(0))) }
    : (algorithms[algorithm] ?? { algorithm, hash: undefined });

/** Hashes by the end of the content of their OIDs, all under 2.16.840.1.101.3.4.2. */
const pssHashes: Readonly<Record<string, string>> = { 1: 'SHA-256', 2: 'SHA-384', 3: 'SHA-512', 4: 'SHA-224' };

/** What a [0] that holds such an OID begins with: its own head, that of AlgorithmIdentifier, that of the OID. */
const hashField = /^30..(?:a0..30..06096086480165030402(..))/;

/** SHA-1 is the default, so it is the one that is not written. */
const pssHash = (parameters: Buffer): string | undefined => {
  const hex = parameters.toString('hex');
  if (!/^30..a0/.test(hex)) return 'SHA-1';
  return pssHashes[String(Number.parseInt(hashField.exec(hex)?.[1] ?? '0', 16))];
};
