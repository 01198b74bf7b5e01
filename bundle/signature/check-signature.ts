import { Integer, Null, OctetString, Sequence, UTCTime, fromBER } from 'asn1js';
import {
  Certificate,
  CertificateChainValidationEngine,
  ContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  type SignerInfo,
} from 'pkijs';
import { attributeTypes, derOf, encoded, hexOf, sha256 } from './cms.ts';
import { nameOf } from './name-of.ts';

/** Who signed a package, and when that was by their own clock. */
export interface Signer {
  /** Names from the certificate, as `CN=…, O=…`, cut off where they are long. */
  readonly subject: string;
  readonly issuer: string;
  /** SHA-256 of the certificate, hexadecimal. */
  readonly fingerprint: string;
  /** ISO 8601. */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly signedAt: string;
  /** Whether the certificate leads to one of the given roots, and was valid when it signed; undefined where none were given. */
  readonly isTrusted: boolean | undefined;
}

/** What is wrong with a signature. */
export type SignatureProblem =
  /** It is no signature of the kind that this suite makes. */
  | 'not-a-signature'
  /** It is about other content, or was changed. */
  | 'of-other-content'
  /** Its certificates are not those that were signed with. */
  | 'other-certificates'
  /** The certificate was not valid at the moment of signing. */
  | 'outside-validity';

/** What a detached signature says of content. */
export interface SignatureFound {
  readonly signer: Signer | undefined;
  readonly problem: SignatureProblem | undefined;
}

/** Content, its signature, and the certificates (DER) that are trusted; undefined where nobody said which. */
export interface Signed {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
  readonly roots?: readonly Uint8Array<ArrayBuffer>[] | undefined;
}

/** Checks a detached CMS signature as this suite makes them: any other form is refused, so that no byte of it can change unseen. */
export const checkSignature = async ({ content, signature, roots }: Signed): Promise<SignatureFound> => {
  const parts = partsOf(signature);
  if (parts === undefined) return { signer: undefined, problem: 'not-a-signature' };
  const signer = await signerOf(parts, roots);
  return { signer, problem: await problemOf(parts, content) };
};

interface Parts {
  readonly signed: SignedData;
  readonly certificates: readonly [Certificate, ...Certificate[]];
  readonly digest: Uint8Array;
  readonly at: Date;
  /** Digests of the certificates, the signer's own first. */
  readonly bound: readonly string[];
}

/** Written once more, it has to be the same. */
const partsOf = (signature: Uint8Array<ArrayBuffer>): Parts | undefined => {
  if (signature.length > mostOfSignature) return undefined;
  try {
    const content = ContentInfo.fromBER(
      signature.buffer.slice(signature.byteOffset, signature.byteOffset + signature.length),
    );
    if (content.contentType !== ContentInfo.SIGNED_DATA) return undefined;
    const signed = new SignedData({ schema: content.content });
    const [info, ...others] = signed.signerInfos;
    if (info === undefined || others.length > 0 || !isPlain(signed, info)) return undefined;
    if (hexOf(encoded(signed)) !== hexOf(signature)) return undefined;
    const certificates = certificatesOf(signed);
    return isBy(certificates[0], info) ? { signed, ...attributesOf(info), certificates } : undefined;
  } catch {
    // Both libraries throw whatever their readers come upon.
    return undefined;
  }
};

/** Bytes, and certificates: a chain of those of an organisation is four long. */
const [mostOfSignature, mostCertificates] = [64 * 1024, 8];

const sha256Id = '2.16.840.1.101.3.4.2.1';
/** Both over SHA-256: PKCS #1 v1.5. */
const rsa = '1.2.840.113549.1.1.11';
const ecdsa = '1.2.840.10045.4.3.2';

const isPlain = (
  { version, digestAlgorithms, encapContentInfo, crls, ocsps }: SignedData,
  { version: ofSigner, digestAlgorithm, signatureAlgorithm, signature, unsignedAttrs }: SignerInfo,
): boolean =>
  version === 1 &&
  ofSigner === 1 &&
  digestAlgorithms.length === 1 &&
  [...digestAlgorithms, digestAlgorithm].every(({ algorithmId }) => algorithmId === sha256Id) &&
  [...digestAlgorithms, digestAlgorithm, signatureAlgorithm].every(isWithoutParameters) &&
  encapContentInfo.eContentType === ContentInfo.DATA &&
  encapContentInfo.eContent === undefined &&
  (signatureAlgorithm.algorithmId === rsa || (signatureAlgorithm.algorithmId === ecdsa && isPair(signature))) &&
  unsignedAttrs === undefined &&
  [crls, ocsps].every((all) => all === undefined || all.length === 0);

/** Two integers and nothing else (RFC 3279, 2.2.3): the library reads more than that. */
const isPair = ({ valueBlock }: SignerInfo['signature']): boolean => {
  const bytes = valueBlock.valueHexView;
  const { result } = fromBER(bytes);
  const own = result instanceof Sequence ? result.valueBlock.value : [];
  const integers = own.map((one) => (one instanceof Integer ? one.valueBlock.valueHexView : undefined));
  const again = new Sequence({
    value: integers.map((each) => new Integer({ valueHex: Uint8Array.from(each ?? []).buffer })),
  });
  return own.length === 2 && integers.every(isShortest) && hexOf(new Uint8Array(again.toBER(false))) === hexOf(bytes);
};

/** X.690, 8.3.2. */
const isShortest = (bytes: Uint8Array | undefined): boolean => {
  const [first, second] = bytes ?? [];
  return first !== undefined && (second === undefined || first !== 0 || second >= 0x80);
};

/** To the byte: the library takes names that differ in case for the same. */
const isBy = (certificate: Certificate, { sid }: SignerInfo): boolean => {
  const { issuer, serialNumber } = certificate;
  const named = new IssuerAndSerialNumber({ issuer, serialNumber });
  return sid instanceof IssuerAndSerialNumber && hexOfDer(sid) === hexOfDer(named);
};

const hexOfDer = (one: IssuerAndSerialNumber): string => hexOf(new Uint8Array(one.toSchema().toBER(false)));

/** None of these algorithms has any; NULL may stand in their place. */
const isWithoutParameters = ({ algorithmParams }: SignerInfo['digestAlgorithm']): boolean =>
  algorithmParams === undefined || (algorithmParams as unknown) instanceof Null;

const certificatesOf = ({ certificates }: SignedData): Parts['certificates'] => {
  const [own, ...rest] = (certificates ?? []).filter((one) => one instanceof Certificate);
  if (own === undefined || rest.length + 1 !== certificates?.length) throw new Error('no certificate');
  if (rest.length >= mostCertificates || !isLine([own, ...rest])) throw new Error('no line of issuers');
  return [own, ...rest];
};

/** Each is issued by the next, and none comes back: who looks for a way to a root among others may look for ever. */
const isLine = (certificates: readonly Certificate[]): boolean =>
  certificates.every(({ issuer, subject }, index) => {
    const next = certificates[index + 1];
    const isNew = certificates.slice(0, index).every((one) => !one.subject.isEqual(subject));
    return isNew && (next === undefined || issuer.isEqual(next.subject));
  });

const attributesOf = ({ signedAttrs }: SignerInfo): Pick<Parts, 'digest' | 'at' | 'bound'> => {
  const attributes = signedAttrs?.attributes ?? [];
  const valueOf = (type: string): unknown => {
    const found = attributes.filter((one) => one.type === type);
    if (found.length !== 1 || found[0]?.values.length !== 1) throw new Error(`no single attribute ${type}`);
    return found[0].values[0] as unknown;
  };
  const [digest, at, binding] = [
    valueOf(attributeTypes.messageDigest),
    valueOf(attributeTypes.signingTime),
    valueOf(attributeTypes.signingCertificate),
  ];
  if (attributes.length !== Object.keys(attributeTypes).length) throw new Error('other attributes');
  if (!(digest instanceof OctetString) || !(at instanceof UTCTime) || !(binding instanceof Sequence))
    throw new Error('attributes of another form');
  valueOf(attributeTypes.contentType);
  return { digest: digest.valueBlock.valueHexView, at: at.toDate(), bound: digestsIn(binding) };
};

const digestsIn = (binding: Sequence): readonly string[] => {
  const [certificates] = binding.valueBlock.value;
  if (!(certificates instanceof Sequence)) throw new Error('no certificates');
  return certificates.valueBlock.value.map((one) => {
    const [digest] = one instanceof Sequence ? one.valueBlock.value : [];
    if (!(digest instanceof OctetString)) throw new Error('no digest');
    return hexOf(digest.valueBlock.valueHexView);
  });
};

const problemOf = async (
  { signed, certificates, digest, at, bound }: Parts,
  content: Uint8Array<ArrayBuffer>,
): Promise<SignatureProblem | undefined> => {
  const prints = await Promise.all(certificates.map(fingerprintOf));
  if (prints.join() !== bound.join()) return 'other-certificates';
  if (hexOf(digest) !== hexOf(new Uint8Array(await sha256(content)))) return 'of-other-content';
  const data = content.buffer.slice(content.byteOffset, content.byteOffset + content.length);
  if (!(await isVerified(signed, data))) return 'of-other-content';
  const [{ notBefore, notAfter }] = certificates;
  return at < notBefore.value || at > notAfter.value ? 'outside-validity' : undefined;
};

const isVerified = async (signed: SignedData, data: ArrayBuffer): Promise<boolean> => {
  try {
    return await signed.verify({ signer: 0, data, checkChain: false });
  } catch {
    return false;
  }
};

const fingerprintOf = async (certificate: Certificate): Promise<string> =>
  hexOf(new Uint8Array(await sha256(derOf(certificate))));

const signerOf = async ({ certificates, at }: Parts, roots: Signed['roots']): Promise<Signer> => {
  const [own] = certificates;
  return {
    subject: nameOf(own.subject),
    issuer: nameOf(own.issuer),
    fingerprint: await fingerprintOf(own),
    notBefore: own.notBefore.value.toISOString(),
    notAfter: own.notAfter.value.toISOString(),
    signedAt: at.toISOString(),
    isTrusted: roots && (await leadsTo(certificates, roots, at)),
  };
};

const leadsTo = async (
  certificates: Parts['certificates'],
  roots: readonly Uint8Array<ArrayBuffer>[],
  checkDate: Date,
): Promise<boolean> => {
  const trustedCerts = roots.map((der) =>
    Certificate.fromBER(der.buffer.slice(der.byteOffset, der.byteOffset + der.length)),
  );
  const last = certificates.findIndex(({ issuer }) => trustedCerts.some(({ subject }) => subject.isEqual(issuer)));
  const way = certificates.slice(0, last + 1);
  // The engine goes round and round where a name of the way is that of a root.
  if (way.some((one) => trustedCerts.some(({ subject }) => subject.isEqual(one.subject)))) return false;
  // It takes the last for the one in question.
  const certs = way.reverse();
  if (certs.length === 0) return false;
  const { result } = await new CertificateChainValidationEngine({ trustedCerts, certs, checkDate }).verify();
  return result;
};
