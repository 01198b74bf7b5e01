import 'reflect-metadata';
import { createHash } from 'node:crypto';
import {
  BasicOCSPResponse,
  CertStatus,
  id_pkix_ocsp_basic,
  id_pkix_ocsp_nonce,
  KeyHash,
  OCSPRequest,
  OCSPResponse,
  OCSPResponseStatus,
  ResponderID,
  ResponseBytes,
  ResponseData,
  RevokedInfo,
  SingleResponse,
  type CertID,
} from '@peculiar/asn1-ocsp';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import { answerLife } from './crl.ts';
import type { Ledger } from './ledger.ts';

/** Answers an OCSP request by what a CA knows of its own certificates, signed by the CA itself (RFC 6960 section 2.2); DER both. */
export const answerOcsp = async (ledger: Ledger, asked: Uint8Array, now: number): Promise<Uint8Array> => {
  const request = parsed(asked);
  if (request === undefined) return encoded(new OCSPResponse({ responseStatus: OCSPResponseStatus.malformedRequest }));
  const { certificate, signer } = ledger.authority;
  const { tbsCertificate, signatureAlgorithm } = AsnConvert.parse(certificate.rawData, Certificate);
  const keyHash = sha1(new Uint8Array(tbsCertificate.subjectPublicKeyInfo.subjectPublicKey));
  const nonce = request.tbsRequest.requestExtensions?.filter(({ extnID }) => extnID === id_pkix_ocsp_nonce) ?? [];
  const tbsResponseData = new ResponseData({
    responderID: new ResponderID({ byKey: new KeyHash(keyHash) }),
    producedAt: wholeSecond(now),
    responses: request.tbsRequest.requestList.map(
      ({ reqCert }) =>
        new SingleResponse({
          certID: reqCert,
          certStatus: statusOf(ledger, reqCert, { keyHash, now }),
          thisUpdate: wholeSecond(now),
          nextUpdate: wholeSecond(now + answerLife),
        }),
    ),
    ...(nonce.length === 0 ? {} : { responseExtensions: nonce }),
  });
  const signature = await crypto.subtle.sign(signer.algorithm, signer.key, AsnConvert.serialize(tbsResponseData));
  // A CA signs its answers as it signs certificates; every CA here is signed in the way that it signs itself.
  const basic = new BasicOCSPResponse({ tbsResponseData, signatureAlgorithm, signature });
  return encoded(
    new OCSPResponse({
      responseStatus: OCSPResponseStatus.successful,
      responseBytes: new ResponseBytes({
        responseType: id_pkix_ocsp_basic,
        response: new OctetString(AsnConvert.serialize(basic)),
      }),
    }),
  );
};

const parsed = (asked: Uint8Array): OCSPRequest | undefined => {
  try {
    const request = AsnConvert.parse(asked, OCSPRequest);
    return request.tbsRequest.requestList.length === 0 ? undefined : request;
  } catch {
    return undefined;
  }
};

const encoded = (response: OCSPResponse): Uint8Array => new Uint8Array(AsnConvert.serialize(response));

interface Known {
  readonly keyHash: Uint8Array<ArrayBuffer>;
  readonly now: number;
}

const statusOf = (ledger: Ledger, { issuerKeyHash, serialNumber }: CertID, { keyHash, now }: Known): CertStatus => {
  const serial = hexadecimal(serialNumber);
  const isOurs = Buffer.from(keyHash).equals(new Uint8Array(issuerKeyHash.buffer)) && ledger.issued.has(serial);
  if (!isOurs) return new CertStatus({ unknown: null });
  if (!ledger.whenAsked.has(serial)) return new CertStatus({ good: null });
  return new CertStatus({ revoked: new RevokedInfo({ revocationTime: wholeSecond(now - answerLife) }) });
};

/** As the certificate library writes serial numbers: without the zero that keeps an INTEGER positive. */
const hexadecimal = (serialNumber: ArrayBuffer): string => {
  const hex = Buffer.from(serialNumber).toString('hex');
  return /^00[89a-f]/.test(hex) ? hex.slice(2) : hex;
};

const sha1 = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(createHash('sha1').update(bytes).digest());

/** A GeneralizedTime of RFC 6960 has no fraction. */
const wholeSecond = (moment: number): Date => new Date(Math.floor(moment / 1000) * 1000);
