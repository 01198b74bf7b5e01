import 'reflect-metadata';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  CertificatePolicyExtension,
  type Extension,
  type JsonNameParams,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  PublicKey,
  SubjectKeyIdentifierExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { AuthorityPlan } from './hierarchy.ts';
import type { Signer } from './keys.ts';
import { inFull } from './pss.ts';
import { revocationExtensions, type RevocationAddress } from './revocation-address.ts';

/** From when until when, in milliseconds since the epoch. */
export interface Period {
  readonly from: number;
  readonly until: number;
}

/** A CA that can sign, and where the status of what it signs can be asked. */
export interface Authority {
  readonly certificate: X509Certificate;
  readonly signer: Signer;
  /** Undefined for one whose certificates cannot be revoked. */
  readonly revocation: RevocationAddress | undefined;
}

/** What is signed: to whom, for which key, and what it says besides. */
export interface Issued {
  readonly subject: JsonNameParams;
  readonly open: Uint8Array<ArrayBuffer>;
  readonly period: Period;
  readonly extensions: readonly Extension[];
}

/** A certificate signed by a CA, with key identifiers and the addresses of revocation. */
export const issue = async (authority: Authority, issued: Issued): Promise<X509Certificate> =>
  sign(authority.signer, authority.certificate, {
    ...issued,
    extensions: [...issued.extensions, ...revocationExtensions(authority.revocation)],
  });

/** A certificate that its own key signed. */
export const selfIssue = (signer: Signer, issued: Issued): Promise<X509Certificate> => sign(signer, undefined, issued);

const sign = async (
  signer: Signer,
  issuer: X509Certificate | undefined,
  { subject, open, period, extensions }: Issued,
): Promise<X509Certificate> => {
  const name = new Name(subject);
  const publicKey = new PublicKey(open);
  const certificate = await X509CertificateGenerator.create({
    subject: name,
    issuer: issuer?.subjectName ?? name,
    notBefore: new Date(period.from),
    notAfter: new Date(period.until),
    publicKey: open,
    signingKey: signer.key,
    signingAlgorithm: signer.algorithm,
    extensions: [
      ...extensions,
      await SubjectKeyIdentifierExtension.create(publicKey),
      await AuthorityKeyIdentifierExtension.create(issuer?.publicKey ?? publicKey),
    ],
  });
  return inFull(certificate, signer);
};

/** What makes a certificate that of a CA. */
export const authorityExtensions = (policies: readonly string[], pathLength: number | undefined): Extension[] => [
  new BasicConstraintsExtension(true, pathLength, true),
  new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
  ...(policies.length === 0 ? [] : [new CertificatePolicyExtension([...policies])]),
];

/** The subject of a CA. */
export const authorityName = ({ commonName, organization }: AuthorityPlan): JsonNameParams => [
  { C: [{ printableString: 'NL' }] },
  { O: [{ utf8String: organization }] },
  { CN: [{ utf8String: commonName }] },
];
