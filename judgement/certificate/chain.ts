import { X509Certificate } from 'node:crypto';
import { type Authority, type Hierarchy, authorityNamed, authorityWith, pkioverheid } from './authorities.ts';
import { type CertificateFacts, type DistinguishedName, nameText, valueIn } from './facts.ts';
import { readCertificate } from './read-certificate.ts';

/** How a chain ends at its top. */
export type ChainEnd =
  /** The last certificate signed itself: a root. */
  | { readonly kind: 'root' }
  /** The last certificate is known, and what issued it is a root, which may be left out. */
  | { readonly kind: 'below-root' }
  /** The issuer of the last certificate was not given. */
  | { readonly kind: 'open'; readonly issuer: DistinguishedName; readonly named: Authority | undefined }
  /** A certificate with the name of the issuer was given, but its key did not sign the last one. */
  | { readonly kind: 'forged'; readonly issuer: CertificateFacts };

/** A client certificate with its issuers, in order, as far as they were given. */
export interface CertificateChain {
  readonly leaf: CertificateFacts;
  /** From the issuer of the leaf upward; each has signed the one before it, which was verified. */
  readonly issuers: readonly CertificateFacts[];
  readonly end: ChainEnd;
  /** Those of the issuers that were not given, and are known from the authorities. */
  readonly borrowed: readonly CertificateFacts[];
  /** Those given that are not of the chain. */
  readonly unused: readonly CertificateFacts[];
  /** The lowest issuer that is known by its fingerprint. */
  readonly recognised: Authority | undefined;
  readonly hierarchy: Hierarchy | 'unknown';
  /** By which authorities it was looked at. */
  readonly authorities: readonly Authority[];
}

/**
 * The chain in these certificates (DER, any order): the first that is no authority, and its issuers. Authorities are known
 * by their fingerprints alone. Throws `NoCertificate`, also for an empty list.
 */
export const buildChain = (
  ders: readonly Uint8Array[],
  authorities: readonly Authority[] = pkioverheid,
): CertificateChain => {
  const all = distinct(ders.map(readCertificate));
  const leaf = all.find((one) => !one.extensions.isAuthority) ?? all[0] ?? readCertificate(new Uint8Array());
  const atHand = authorities.flatMap(({ der }) => (der === undefined ? [] : [readCertificate(der)]));
  const rest = distinct([...all.filter((one) => one !== leaf), ...atHand]);
  const { issuers, end } = climb(leaf, rest, authorities);
  const known = issuers.map((one) => authorityWith(one.sha256, authorities));
  const recognised = known.find((one) => one !== undefined);
  return {
    leaf,
    issuers,
    end,
    borrowed: issuers.filter((one) => !all.includes(one)),
    unused: all.filter((one) => one !== leaf && !issuers.includes(one)),
    recognised,
    hierarchy: recognised?.hierarchy ?? 'unknown',
    authorities,
  };
};

/** The first of equals stays. */
const distinct = (all: readonly CertificateFacts[]): readonly CertificateFacts[] =>
  all.filter((one, index) => all.findIndex(({ sha256 }) => sha256 === one.sha256) === index);

interface Climb {
  readonly issuers: readonly CertificateFacts[];
  readonly end: ChainEnd;
}

/** Each step takes one of the rest, so it ends also where certificates issued each other. */
const climb = (last: CertificateFacts, rest: readonly CertificateFacts[], authorities: readonly Authority[]): Climb => {
  if (last.selfIssued && hasSigned(last, last)) return { issuers: [], end: { kind: 'root' } };
  const namesakes = rest.filter((one) => sameName(one.subject, last.issuer));
  const issuer = namesakes.find((one) => hasSigned(one, last));
  if (issuer === undefined) return { issuers: [], end: endAt(last, namesakes[0], authorities) };
  const above = climb(
    issuer,
    rest.filter((one) => one !== issuer),
    authorities,
  );
  return { issuers: [issuer, ...above.issuers], end: above.end };
};

const endAt = (
  last: CertificateFacts,
  namesake: CertificateFacts | undefined,
  authorities: readonly Authority[],
): ChainEnd => {
  if (namesake !== undefined) return { kind: 'forged', issuer: namesake };
  const role = authorityWith(last.sha256, authorities)?.role;
  if (role === 'domain' || role === 'root') return { kind: 'below-root' };
  return { kind: 'open', issuer: last.issuer, named: authorityNamed(valueIn(last.issuer, 'CN'), authorities) };
};

const sameName = (one: DistinguishedName, other: DistinguishedName): boolean => nameText(one) === nameText(other);

const hasSigned = (issuer: CertificateFacts, subject: CertificateFacts): boolean => {
  try {
    return new X509Certificate(subject.der).verify(new X509Certificate(issuer.der).publicKey);
  } catch {
    return false;
  }
};
