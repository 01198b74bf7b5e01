import { AsnConvert, type OctetString } from '@peculiar/asn1-schema';
import {
  AuthorityInfoAccessSyntax,
  AuthorityKeyIdentifier,
  BasicConstraints,
  CertificatePolicies,
  CRLDistributionPoints,
  ExtendedKeyUsage,
  type Extensions,
  type GeneralName,
  KeyUsage,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
} from '@peculiar/asn1-x509';
import { type ExtensionFacts, nameText } from './facts.ts';
import { readName } from './read-name.ts';

type Schema<T> = new () => T;

/** What the extensions of a certificate say; throws when one of them is no DER of its type. */
export const readExtensions = (extensions: Extensions | undefined): ExtensionFacts => {
  const all = listOf(extensions);
  const find = <T>(oid: string, schema: Schema<T>): T | undefined => {
    const found = all.find(({ extnID }) => extnID === oid);
    return found === undefined ? undefined : AsnConvert.parse(found.extnValue.buffer, schema);
  };
  const usage = find('2.5.29.15', KeyUsage);
  const purposes = find('2.5.29.37', ExtendedKeyUsage);
  const access = listOf(find('1.3.6.1.5.5.7.1.1', AuthorityInfoAccessSyntax));
  const located = (method: string): readonly string[] =>
    addresses(access.filter(({ accessMethod }) => accessMethod === method).map((one) => one.accessLocation));
  return {
    keyUsage: usage && { critical: isCritical(all, '2.5.29.15'), uses: usage.toJSON() },
    purposes: purposes && [...purposes],
    policies: listOf(find('2.5.29.32', CertificatePolicies)).map((policy) => policy.policyIdentifier),
    isAuthority: find('2.5.29.19', BasicConstraints)?.cA ?? false,
    crls: crlsOf(find('2.5.29.31', CRLDistributionPoints)),
    ocsp: located('1.3.6.1.5.5.7.48.1'),
    issuers: located('1.3.6.1.5.5.7.48.2'),
    alternativeNames: listOf(find('2.5.29.17', SubjectAlternativeName)).map(alternativeName),
    subjectKeyId: hexOf(find('2.5.29.14', SubjectKeyIdentifier)),
    authorityKeyId: hexOf(find('2.5.29.35', AuthorityKeyIdentifier)?.keyIdentifier),
  };
};

/** A list of its own: `map` on one of the library's makes another of those. */
const listOf = <T>(all: Iterable<T> | undefined): readonly T[] => (all === undefined ? [] : [...all]);

const isCritical = (all: readonly { readonly extnID: string; readonly critical: boolean }[], oid: string): boolean =>
  all.some(({ extnID, critical }) => extnID === oid && critical);

const crlsOf = (points: CRLDistributionPoints | undefined): readonly string[] =>
  addresses(listOf(points).flatMap((point) => point.distributionPoint?.fullName ?? []));

const addresses = (names: readonly GeneralName[]): readonly string[] =>
  names.flatMap(({ uniformResourceIdentifier: address }) => (address === undefined ? [] : [address]));

const alternativeName = (name: GeneralName): string => {
  if (name.dNSName !== undefined) return `DNS:${name.dNSName}`;
  if (name.uniformResourceIdentifier !== undefined) return `URI:${name.uniformResourceIdentifier}`;
  if (name.rfc822Name !== undefined) return `mail:${name.rfc822Name}`;
  if (name.iPAddress !== undefined) return `IP:${name.iPAddress}`;
  if (name.directoryName !== undefined) return `name:${nameText(readName(name.directoryName))}`;
  if (name.otherName !== undefined) return `other:${printable(name.otherName.value)}`;
  return 'other';
};

/** Of a name of a kind of its own, the letters and digits that can be read in its bytes. */
const printable = (bytes: ArrayBuffer): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[^\x20-\x7e]/g, '');

const hexOf = (id: OctetString | undefined): string | undefined =>
  id === undefined ? undefined : Buffer.from(id.buffer).toString('hex');
