import 'reflect-metadata';
import { createHash } from 'node:crypto';
import {
  BasicOCSPResponse,
  CertID,
  id_pkix_ocsp_basic,
  OCSPRequest,
  OCSPResponse,
  OCSPResponseStatus,
  Request,
  type SingleResponse,
  TBSRequest,
} from '@peculiar/asn1-ocsp';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Certificate as Asn1Certificate } from '@peculiar/asn1-x509';
import { AlgorithmProvider } from '@peculiar/x509';
import type { Certificate } from './presented.ts';
import type { Link, Status } from './link.ts';

type Ask = (body: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

/** What a responder says of a certificate, when its issuer signed the answer and it is of now (RFC 6960 section 3.2). */
export const ocspStatus = async (link: Link, ask: Ask, now: number): Promise<Status> => {
  const asked = certIdOf(link);
  const tbsRequest = new TBSRequest({ requestList: [new Request({ reqCert: asked })] });
  const request = new Uint8Array(AsnConvert.serialize(new OCSPRequest({ tbsRequest })));
  const basic = basicIn(AsnConvert.parse(await ask(request), OCSPResponse));
  if (basic === undefined) return { kind: 'unknown', why: 'the responder gives no answer' };
  if (!(await isSignedBy(basic, link.issuer)))
    return { kind: 'unknown', why: 'the answer is not signed by the issuer of the certificate' };
  const single = basic.tbsResponseData.responses.find(({ certID }) => isSame(certID, asked));
  if (single === undefined) return { kind: 'unknown', why: 'the answer is about another certificate' };
  if (!isOfNow(single, now)) return { kind: 'unknown', why: 'the answer is not of today' };
  if (single.certStatus.revoked !== undefined) return { kind: 'revoked' };
  return single.certStatus.good === undefined
    ? { kind: 'unknown', why: 'the responder does not know the certificate' }
    : { kind: 'good' };
};

const sha1 = '1.3.14.3.2.26';

const certIdOf = ({ certificate, issuer }: Link): CertID => {
  const { subjectPublicKeyInfo } = tbsOf(issuer);
  return new CertID({
    hashAlgorithm: new AlgorithmIdentifier({ algorithm: sha1, parameters: null }),
    issuerNameHash: hashed(issuer.says.subjectName.toArrayBuffer()),
    issuerKeyHash: hashed(subjectPublicKeyInfo.subjectPublicKey),
    serialNumber: tbsOf(certificate).serialNumber,
  });
};

const tbsOf = ({ der }: Certificate): Asn1Certificate['tbsCertificate'] =>
  AsnConvert.parse(der, Asn1Certificate).tbsCertificate;

const hashed = (bytes: ArrayBuffer): OctetString =>
  new OctetString(new Uint8Array(createHash('sha1').update(new Uint8Array(bytes)).digest()));

const basicIn = ({ responseStatus, responseBytes }: OCSPResponse): BasicOCSPResponse | undefined =>
  responseStatus === OCSPResponseStatus.successful && responseBytes?.responseType === id_pkix_ocsp_basic
    ? AsnConvert.parse(responseBytes.response.buffer, BasicOCSPResponse)
    : undefined;

/** By the CA itself with RSA, as the test PKI does; a delegated responder is not known here. */
const isSignedBy = async (basic: BasicOCSPResponse, issuer: Certificate): Promise<boolean> => {
  const algorithm = new AlgorithmProvider().toWebAlgorithm(basic.signatureAlgorithm);
  const key = await issuer.says.publicKey.export({ ...issuer.says.publicKey.algorithm, ...algorithm }, ['verify']);
  const signed = basic.tbsResponseDataRaw ?? AsnConvert.serialize(basic.tbsResponseData);
  return crypto.subtle.verify(algorithm, key, basic.signature, signed);
};

const isSame = (one: CertID, other: CertID): boolean =>
  isEqual(one.serialNumber, other.serialNumber) &&
  isEqual(one.issuerNameHash.buffer, other.issuerNameHash.buffer) &&
  isEqual(one.issuerKeyHash.buffer, other.issuerKeyHash.buffer);

const isEqual = (one: ArrayBuffer, other: ArrayBuffer): boolean => Buffer.from(one).equals(Buffer.from(other));

/** Clocks may differ by so many milliseconds. */
const skew = 5 * 60 * 1000;

const isOfNow = ({ thisUpdate, nextUpdate }: SingleResponse, now: number): boolean =>
  thisUpdate.getTime() <= now + skew && (nextUpdate?.getTime() ?? Infinity) >= now;
