import { ObjectIdentifier, OctetString, Sequence, UTCTime } from 'asn1js';
import {
  Attribute,
  type Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';

/** Object identifiers of what is signed (RFC 5652, 11; RFC 5035, 3). */
export const attributeTypes = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
} as const;

/** What a signature is made of. */
export interface Signing {
  readonly key: CryptoKey;
  /** The signer's own first, then its issuers. */
  readonly certificates: readonly [Certificate, ...Certificate[]];
  readonly content: Uint8Array<ArrayBuffer>;
  readonly at: Date;
}

/** A detached CMS signature (RFC 5652) in DER: SHA-256, one signer, its certificates inside and bound by their digests. */
export const signDetached = async ({ key, certificates, content, at }: Signing): Promise<Uint8Array<ArrayBuffer>> => {
  const [own] = certificates;
  const digest = await sha256(content);
  const values = [
    [attributeTypes.contentType, new ObjectIdentifier({ value: ContentInfo.DATA })],
    [attributeTypes.signingTime, new UTCTime({ valueDate: at })],
    [attributeTypes.messageDigest, new OctetString({ valueHex: digest })],
    [attributeTypes.signingCertificate, await bindingOf(certificates)],
  ] as const;
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: ContentInfo.DATA }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: inOrder(values.map(([type, value]) => new Attribute({ type, values: [value] }))),
        }),
      }),
    ],
    certificates: [...certificates],
  });
  await signed.sign(key, 0, 'SHA-256', content);
  return encoded(signed);
};

/** A signature as this suite writes it, and no other. */
export const encoded = (signed: SignedData): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) }).toSchema().toBER(false),
  );

/** SigningCertificateV2 (RFC 5035, 3): the SHA-256 of each certificate, so that none can be exchanged for another with the same key. */
const bindingOf = async (certificates: readonly Certificate[]): Promise<Sequence> => {
  const digests = await Promise.all(certificates.map(async (one) => sha256(derOf(one))));
  return new Sequence({
    value: [
      new Sequence({
        value: digests.map((valueHex) => new Sequence({ value: [new OctetString({ valueHex })] })),
      }),
    ],
  });
};

/** X.690, 11.6: the members of a set in the order of their encodings. */
const inOrder = (attributes: readonly Attribute[]): Attribute[] => {
  const keyOf = (one: Attribute): string => hexOf(new Uint8Array(one.toSchema().toBER(false)));
  return [...attributes].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
};

/** A certificate in DER. */
export const derOf = (certificate: Certificate): Uint8Array<ArrayBuffer> =>
  new Uint8Array(certificate.toSchema(false).toBER(false));

/** SHA-256 of bytes. */
export const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> =>
  crypto.subtle.digest('SHA-256', bytes);

/** Bytes in hexadecimal. */
export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
