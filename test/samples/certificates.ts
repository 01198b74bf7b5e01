import {
  createHash,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  randomBytes,
  sign,
  constants,
} from 'node:crypto';
import { promisify } from 'node:util';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import * as asn from '@peculiar/asn1-x509';

/** What a certificate is made with: `null` leaves a part out. */
export interface Recipe {
  readonly subject: readonly Attribute[];
  readonly key: KeyObject;
  /** Undefined for one that signs itself. */
  readonly issuer?: Made;
  /** The key that signs, where it is not the issuer's. */
  readonly signingKey?: KeyObject;
  readonly signing?: Signing;
  readonly from: string;
  readonly to: string;
  readonly authority?: boolean;
  readonly keyUsage?: { readonly bits: number; readonly critical: boolean } | null;
  readonly purposes?: readonly string[] | null;
  readonly policies?: readonly string[];
  readonly crl?: string | null;
  readonly names?: readonly Partial<asn.GeneralName>[];
  /** Method (OID) and address of authority information access. */
  readonly access?: readonly (readonly [method: string, url: string])[];
  readonly serial?: string;
}

/** OID, value, and the type of the text; PrintableString unless said. */
export type Attribute = readonly [oid: string, value: string, type?: keyof asn.DirectoryString];

export type Signing = 'sha256' | 'sha1' | 'pss-sha512';

/** A certificate with the key it is of. */
export interface Made extends Recipe {
  readonly der: Buffer;
  readonly pem: string;
  readonly sha256: string;
}

/** OIDs that recipes name. */
export const oids = {
  cn: '2.5.4.3',
  serialNumber: '2.5.4.5',
  c: '2.5.4.6',
  o: '2.5.4.10',
  ou: '2.5.4.11',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  anyPurpose: '2.5.29.37.0',
} as const;

const { digitalSignature, keyEncipherment, keyCertSign, cRLSign } = asn.KeyUsageFlags;
/** Bits of keyUsage. */
export const usages = {
  leaf: digitalSignature | keyEncipherment,
  encipher: keyEncipherment,
  authority: keyCertSign | cRLSign,
};

/** The private key of a new pair. */
export const newKey = async (kind: number | 'ec'): Promise<KeyObject> =>
  kind === 'ec'
    ? (await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' })).privateKey
    : (await promisify(generateKeyPair)('rsa', { modulusLength: kind })).privateKey;

/** PSS with SHA-512, MGF1 with SHA-512 and a salt of 64 bytes, as RFC 4055 writes it. */
const pssParameters = Buffer.from(
  '3034a00f300d06096086480165030402030500a11c301a06092a864886f70d010108300d06096086480165030402030500a203020140',
  'hex',
);

const signings = {
  sha256: { oid: '1.2.840.113549.1.1.11', digest: 'sha256', parameters: Buffer.from('0500', 'hex'), pss: {} },
  sha1: { oid: '1.2.840.113549.1.1.5', digest: 'sha1', parameters: Buffer.from('0500', 'hex'), pss: {} },
  'pss-sha512': {
    oid: '1.2.840.113549.1.1.10',
    digest: 'sha512',
    parameters: pssParameters,
    pss: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 },
  },
};

/** Makes a certificate as the recipe says. */
export const make = (recipe: Recipe): Made => {
  const { oid, digest, parameters, pss } = signings[recipe.signing ?? 'sha256'];
  const algorithm = new asn.AlgorithmIdentifier({ algorithm: oid, parameters: exact(parameters) });
  const body = new asn.TBSCertificate({
    version: asn.Version.v3,
    serialNumber: exact(Buffer.from(recipe.serial ?? `01${randomBytes(8).toString('hex')}`, 'hex')),
    signature: algorithm,
    issuer: nameOf(recipe.issuer?.subject ?? recipe.subject),
    validity: new asn.Validity({ notBefore: new Date(recipe.from), notAfter: new Date(recipe.to) }),
    subject: nameOf(recipe.subject),
    subjectPublicKeyInfo: AsnConvert.parse(spkiOf(recipe.key), asn.SubjectPublicKeyInfo),
    extensions: new asn.Extensions(extensionsOf(recipe)),
  });
  const key = recipe.signingKey ?? recipe.issuer?.key ?? recipe.key;
  const signatureValue = exact(sign(digest, Buffer.from(AsnConvert.serialize(body)), { key, ...pss }));
  const whole = new asn.Certificate({ tbsCertificate: body, signatureAlgorithm: algorithm, signatureValue });
  const der = Buffer.from(AsnConvert.serialize(whole));
  return { ...recipe, der, pem: pemOf('CERTIFICATE', der), sha256: createHash('sha256').update(der).digest('hex') };
};

/** PEM with this label. */
export const pemOf = (label: string, der: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${(
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  ).join('\n')}\n-----END ${label}-----\n`;

/** The public half of a private key, as DER. */
export const spkiOf = (key: KeyObject): Buffer => createPublicKey(key).export({ type: 'spki', format: 'der' });

/** SHA-256 over the public half. */
export const keySha256 = (key: KeyObject): string => createHash('sha256').update(spkiOf(key)).digest('hex');

const exact = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer;

const nameOf = (attributes: readonly Attribute[]): asn.Name =>
  new asn.Name(
    attributes.map(
      ([type, value, kind = 'printableString']) =>
        new asn.RelativeDistinguishedName([
          new asn.AttributeTypeAndValue({ type, value: new asn.AttributeValue({ [kind]: value }) }),
        ]),
    ),
  );

const extension = (extnID: string, value: unknown, critical = false): asn.Extension =>
  new asn.Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) });

const address = (uniformResourceIdentifier: string): asn.GeneralName =>
  new asn.GeneralName({ uniformResourceIdentifier });

const extensionsOf = (recipe: Recipe): asn.Extension[] => {
  const { authority = false, policies = [], names = [], access = [] } = recipe;
  const { keyUsage, purposes, crl } = withDefaults(recipe, authority);
  return [
    extension(asn.id_ce_basicConstraints, new asn.BasicConstraints({ cA: authority }), true),
    ...(keyUsage === null ? [] : [extension(asn.id_ce_keyUsage, new asn.KeyUsage(keyUsage.bits), keyUsage.critical)]),
    ...(purposes === null ? [] : [extension(asn.id_ce_extKeyUsage, new asn.ExtendedKeyUsage([...purposes]))]),
    ...(policies.length === 0 ? [] : [extension(asn.id_ce_certificatePolicies, policiesOf(policies))]),
    ...(crl === null ? [] : [extension(asn.id_ce_cRLDistributionPoints, crlOf(crl))]),
    ...(access.length === 0 ? [] : [extension(asn.id_pe_authorityInfoAccess, accessOf(access))]),
    ...(names.length === 0 ? [] : [extension(asn.id_ce_subjectAltName, alternativeNames(names))]),
  ];
};

const withDefaults = ({ keyUsage, purposes, crl }: Recipe, authority: boolean) => ({
  keyUsage: keyUsage === undefined ? { bits: authority ? usages.authority : usages.leaf, critical: true } : keyUsage,
  purposes: purposes === undefined ? (authority ? null : [oids.clientAuth, oids.serverAuth]) : purposes,
  crl: crl === undefined ? (authority ? null : 'http://crl.example.nl/latest.crl') : crl,
});

const alternativeNames = (names: readonly Partial<asn.GeneralName>[]): asn.SubjectAlternativeName =>
  new asn.SubjectAlternativeName(names.map((one) => new asn.GeneralName(one)));

const accessOf = (access: NonNullable<Recipe['access']>): asn.AuthorityInfoAccessSyntax =>
  new asn.AuthorityInfoAccessSyntax(
    access.map(([accessMethod, url]) => new asn.AccessDescription({ accessMethod, accessLocation: address(url) })),
  );

const policiesOf = (policies: readonly string[]): asn.CertificatePolicies =>
  new asn.CertificatePolicies(policies.map((policyIdentifier) => new asn.PolicyInformation({ policyIdentifier })));

const crlOf = (url: string): asn.CRLDistributionPoints =>
  new asn.CRLDistributionPoints([
    new asn.DistributionPoint({ distributionPoint: new asn.DistributionPointName({ fullName: [address(url)] }) }),
  ]);
