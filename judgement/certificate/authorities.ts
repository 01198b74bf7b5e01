/** Whose certificates these are: PKIoverheid Private G1 or G4, or KOOP's own for TST-Aansluit. */
export type Hierarchy = 'G1' | 'G4' | 'KOOP';

/** A certificate of an authority (CA) that is known beforehand. */
export interface Authority {
  readonly hierarchy: Hierarchy;
  /** `root` may be left out of a chain; `domain` is what the root issued, `tsp` what issues to organisations. */
  readonly role: 'root' | 'domain' | 'tsp';
  /** The common name of its subject. */
  readonly subject: string;
  /** Where the certificate can be had; undefined for one that is not published. */
  readonly url?: string;
  /** SHA-256 over its DER, hexadecimal. */
  readonly sha256: string;
  /** The certificate itself, where it is at hand: an issuer may then be recognised that was not sent along. */
  readonly der?: Uint8Array;
  /** Of a test PKI: recognised, and no proof of anything outside the mock. */
  readonly test?: true;
}

const publisher = 'https://cert.pkioverheid.nl';

const published = (
  hierarchy: Hierarchy,
  role: Authority['role'],
  [subject, file, sha256]: readonly [subject: string, file: string, sha256: string],
): Authority => ({ hierarchy, role, subject, url: `${publisher}/${file}`, sha256 });

/**
 * The authorities of PKIoverheid under which client certificates for 3PAS can be issued. Source: cert.pkioverheid.nl, the
 * certificates and their SHA-256 fingerprints.
 */
export const pkioverheid: readonly Authority[] = [
  published('G1', 'root', [
    'Staat der Nederlanden Private Root CA - G1',
    'PrivateRootCA-G1.cer',
    '0257ce27b52408e24ee2c0945640b723c5bc66ddbda4ada58c60357604f0e675',
  ]),
  published('G1', 'domain', [
    'Staat der Nederlanden Private Services CA - G1',
    'DomPrivateServicesCA-G1.cer',
    '2eaaf678e645dc26ea82c016ef3960935659cf81b4c44d9b2d0fb1a142666c98',
  ]),
  published('G1', 'tsp', [
    'DigiCert QuoVadis PKIoverheid Private Services CA - 2023',
    'DigiCertQuoVadisPKIoverheidPrivateServicesCA2023.cer',
    'b63a82ce98e9fe704dc42b7cb4b63d4bf0646b1d0754f9a4c696a4afb39436bc',
  ]),
  published('G1', 'tsp', [
    'Digidentity BV PKIoverheid Private Services CA - G1',
    'Digidentity_BV_PKIoverheid_Private_Services_CA-G1.cer',
    'bfe8f634772b0ec2cd2a41a17fc7612577d7e24f934073dec89a991b6169687e',
  ]),
  published('G1', 'tsp', [
    'KPN PKIoverheid Private Services CA - G1',
    'KPN_PKIoverheid_Private_Services_CA-G1.cer',
    'bdb68500aaae2563c57b4525784360436d3e3fd8df974b25a77f132cecc2a49d',
  ]),
  published('G1', 'tsp', [
    'QuoVadis PKIoverheid Private Services CA - G1',
    'QuoVadis_PKIoverheid_Private_Services_CA-G1.cer',
    '69df8d18c54503f83dc239c3dcf8115b2a447efc5defca6119d18e988c12276d',
  ]),
  published('G1', 'tsp', [
    'UZI-register Private Server CA G1',
    'UZI-register_Private_Server_CA_G1.cer',
    'bdd860ef8e87e2b2c7ebb34dd6e9e1771a3a3c5dec850ba7080e3e2904dbd897',
  ]),
  published('G4', 'root', [
    'Staat der Nederlanden - G4 Root Priv G-TLS - 2024',
    'StaatderNederlandenG4RootPrivGTLS2024.cer',
    '4411f67d3d7f4f49d34ff8862249de0d6692adc92df0855fb1dd67a169800484',
  ]),
  published('G4', 'domain', [
    'Staat der Nederlanden - G4 Intm Priv G-TLS SYS - 2024',
    'StaatderNederlandenG4IntmPrivGTLSSYS2024.cer',
    'a24f6f2fa192dd96ceeaf8d4c380d8663426f95858956a5adff5cfd36b30554f',
  ]),
  published('G4', 'tsp', [
    'DigiCert - G4 PKIo Priv G-TLS SYS - 2025',
    'DigiCertG4PKIoPrivGTLSSYS2025.cer',
    'a3234374ce91c000c929c66daade6c85457d61850e6fb388e349fd710a9bb305',
  ]),
  published('G4', 'tsp', [
    'Digidentity - G4 PKIo Priv G-TLS SYS - 2025',
    'DigidentityG4PKIoPrivGTLSSYS2025.cer',
    'fc6b0573c096991e59e886e28e314dfd74d96a8ea3976e197f23c2e5c49acd87',
  ]),
  published('G4', 'tsp', [
    'KPN - G4 PKIo Priv G-TLS SYS - 2025',
    'KPNG4PKIoPrivGTLSSYS2025.cer',
    '2b4ee93832a4b2ca349e86c21caf8f959b106c2d0aa6fd49a983fca00574d1a6',
  ]),
  published('G4', 'tsp', [
    'UZI Server - G4 PKIo Priv G-TLS SYS - 2025',
    'UZIServerG4PKIoPrivGTLSSYS2025.cer',
    'b034cbfffcafe784edaef49fefad354edbc7823d8d6522d3da6f8e91ff28aa42',
  ]),
];

/** The authority with this fingerprint, if it is known. */
export const authorityWith = (sha256: string, authorities: readonly Authority[]): Authority | undefined =>
  authorities.find((one) => one.sha256 === sha256);

/** The authority that has this common name: a name is a hint and proves nothing. */
export const authorityNamed = (subject: string | undefined, authorities: readonly Authority[]): Authority | undefined =>
  authorities.find((one) => one.subject === subject);
