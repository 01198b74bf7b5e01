import 'reflect-metadata';
import { AsnConvert } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Certificate } from '@peculiar/asn1-x509';
import { X509Certificate } from '@peculiar/x509';
import type { Signer } from './keys.ts';

/** RSASSA-PSS with SHA-512, MGF1 with SHA-512 and a salt of 64 bytes, the hashes with the NULL of RFC 4055 section 2.1. */
const parameters =
  '3034a00f300d06096086480165030402030500a11c301a06092a864886f70d010108300d06096086480165030402030500a203020140';

const pss = (): AlgorithmIdentifier =>
  new AlgorithmIdentifier({
    algorithm: '1.2.840.113549.1.1.10',
    parameters: new Uint8Array(Buffer.from(parameters, 'hex')).buffer,
  });

/**
 * The same certificate, signed again with its parameters written in full, as OpenSSL writes them: the library leaves the
 * NULL out, which is allowed, but programs that write a certificate anew put it in and so break the signature.
 */
export const inFull = async (certificate: X509Certificate, { key, algorithm }: Signer): Promise<X509Certificate> => {
  if (algorithm.name !== 'RSA-PSS') return certificate;
  const { tbsCertificate } = AsnConvert.parse(certificate.rawData, Certificate);
  tbsCertificate.signature = pss();
  const signatureValue = await crypto.subtle.sign(algorithm, key, AsnConvert.serialize(tbsCertificate));
  return new X509Certificate(
    AsnConvert.serialize(new Certificate({ tbsCertificate, signatureAlgorithm: pss(), signatureValue })),
  );
};
