import 'reflect-metadata';
import { AuthorityKeyIdentifierExtension, X509CrlGenerator } from '@peculiar/x509';
import type { Ledger } from './ledger.ts';

/** How long an answer about revocation counts, in milliseconds. */
export const answerLife = 24 * 60 * 60 * 1000;

/** The list of what a CA took back, DER. */
export const writeCrl = async ({ authority, onList }: Ledger, now: number): Promise<Uint8Array> => {
  const { certificate, signer } = authority;
  const list = await X509CrlGenerator.create({
    issuer: certificate.subjectName,
    thisUpdate: new Date(now),
    nextUpdate: new Date(now + answerLife),
    entries: [...onList].map((serialNumber) => ({ serialNumber, revocationDate: new Date(now - answerLife) })),
    extensions: [await AuthorityKeyIdentifierExtension.create(certificate.publicKey)],
    signingAlgorithm: signer.algorithm,
    signingKey: signer.key,
  });
  return new Uint8Array(list.rawData);
};
