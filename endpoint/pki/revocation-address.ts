import 'reflect-metadata';
import { AuthorityInfoAccessExtension, CRLDistributionPointsExtension, type Extension } from '@peculiar/x509';

/** Where the list of a CA is, and where it can be asked about one certificate; URLs. */
export interface RevocationAddress {
  readonly crl: string;
  /** Undefined where only the list exists, as for the CAs of G4. */
  readonly ocsp: string | undefined;
}

/** The extensions that tell where to ask. */
export const revocationExtensions = (address: RevocationAddress | undefined): Extension[] => {
  if (address === undefined) return [];
  const { crl, ocsp } = address;
  return [
    new CRLDistributionPointsExtension([crl]),
    ...(ocsp === undefined ? [] : [new AuthorityInfoAccessExtension({ ocsp: [ocsp] })]),
  ];
};
