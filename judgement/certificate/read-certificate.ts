import { createHash, createPublicKey } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate, type SubjectPublicKeyInfo } from '@peculiar/asn1-x509';
import type { CertificateFacts, PublicKeyFacts } from './facts.ts';
import { readExtensions } from './read-extensions.ts';
import { readName } from './read-name.ts';
import { readSignature } from './read-signature.ts';

/**
 * Bytes that were to be a certificate and are none.
 *
 * @internal
 */
export class NoCertificate extends Error {
  override readonly name = 'NoCertificate';
}

/** What a certificate says, from its DER (RFC 5280, section 4.1); throws `NoCertificate`. */
export const readCertificate = (der: Uint8Array): CertificateFacts => {
  try {
    return factsOf(AsnConvert.parse(der, Certificate), der);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    throw new NoCertificate(`${String(der.length)} bytes are no X.509 certificate in DER: ${reason}`, { cause: error });
  }
};

const factsOf = ({ tbsCertificate: body, signatureAlgorithm }: Certificate, der: Uint8Array): CertificateFacts => ({
  der,
  sha256: sha256(der),
  serial: Buffer.from(body.serialNumber).toString('hex'),
  subject: readName(body.subject),
  issuer: readName(body.issuer),
  notBefore: body.validity.notBefore.getTime(),
  notAfter: body.validity.notAfter.getTime(),
  key: readKey(body.subjectPublicKeyInfo),
  signature: readSignature(signatureAlgorithm),
  extensions: readExtensions(body.extensions),
  selfIssued: sameBytes(AsnConvert.serialize(body.subject), AsnConvert.serialize(body.issuer)),
});

const readKey = (info: SubjectPublicKeyInfo): PublicKeyFacts => {
  const spki = Buffer.from(AsnConvert.serialize(info));
  try {
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    const kind = key.asymmetricKeyType ?? info.algorithm.algorithm;
    return { kind, bits: key.asymmetricKeyDetails?.modulusLength, sha256: sha256(spki) };
  } catch {
    return { kind: info.algorithm.algorithm, bits: undefined, sha256: sha256(spki) };
  }
};

const sameBytes = (one: ArrayBuffer, other: ArrayBuffer): boolean => Buffer.from(one).equals(Buffer.from(other));

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
