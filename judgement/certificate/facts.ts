/** ASN.1 types of the text in a name. */
export type StringType =
  | 'PrintableString'
  | 'UTF8String'
  | 'TeletexString'
  | 'BMPString'
  | 'UniversalString'
  | 'IA5String'
  | 'other';

/** One attribute of a distinguished name. */
export interface NameField {
  /** The OID of the attribute, as in `2.5.4.5`. */
  readonly oid: string;
  /** What people call it, as in `serialNumber`; the OID where it has no name. */
  readonly name: string;
  readonly value: string;
  readonly type: StringType;
}

/** A name in a certificate, in the order of the certificate. */
export type DistinguishedName = readonly NameField[];

export interface PublicKeyFacts {
  /** `rsa`, `rsa-pss`, `ec`, `ed25519` and so on; the OID where Node does not know it. */
  readonly kind: string;
  /** Of an RSA key its modulus. */
  readonly bits: number | undefined;
  /** SHA-256 over the SubjectPublicKeyInfo, hexadecimal. */
  readonly sha256: string;
}

export interface SignatureFacts {
  /** `sha256WithRSAEncryption`, `RSASSA-PSS` and so on; the OID where it is not known. */
  readonly algorithm: string;
  /** `SHA-256` and so on; undefined for an algorithm that has none of its own to name, or that is not known. */
  readonly hash: string | undefined;
}

export interface KeyUsageFacts {
  readonly critical: boolean;
  /** `digitalSignature`, `keyEncipherment` and so on. */
  readonly uses: readonly string[];
}

/** What the extensions say; undefined or empty where an extension is not there. */
export interface ExtensionFacts {
  readonly keyUsage: KeyUsageFacts | undefined;
  /** OIDs of the purposes (extended key usage); undefined without the extension. */
  readonly purposes: readonly string[] | undefined;
  /** OIDs of the policies. */
  readonly policies: readonly string[];
  readonly isAuthority: boolean;
  /** Addresses of CRLs. */
  readonly crls: readonly string[];
  readonly ocsp: readonly string[];
  /** Addresses where the issuer's certificate can be had. */
  readonly issuers: readonly string[];
  /** Names of the subject elsewhere: `DNS:host`, `URI:…`, `mail:…`, `name:…`. */
  readonly alternativeNames: readonly string[];
  /** Hexadecimal. */
  readonly subjectKeyId: string | undefined;
  /** Hexadecimal. */
  readonly authorityKeyId: string | undefined;
}

/** What a certificate says, read from its DER and nothing else. */
export interface CertificateFacts {
  readonly der: Uint8Array;
  /** SHA-256 over the DER, hexadecimal. */
  readonly sha256: string;
  /** Hexadecimal. */
  readonly serial: string;
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly key: PublicKeyFacts;
  readonly signature: SignatureFacts;
  readonly extensions: ExtensionFacts;
  /** Subject and issuer are one name. */
  readonly selfIssued: boolean;
}

/** The first value of an attribute in a name, by its name. */
export const valueIn = (name: DistinguishedName, attribute: string): string | undefined =>
  name.find((field) => field.name === attribute)?.value;

/** What a person calls the holder of a name: its common name, else its organisation, else the whole. */
export const titleOf = (name: DistinguishedName): string =>
  valueIn(name, 'CN') ?? valueIn(name, 'O') ?? (nameText(name) || '(no name)');

/** A name as it is usually written: `CN=…, O=…`. */
export const nameText = (name: DistinguishedName): string =>
  name.map((field) => `${field.name}=${field.value}`).join(', ');
