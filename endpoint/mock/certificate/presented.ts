import 'reflect-metadata';
import { X509Certificate as NodeCertificate } from 'node:crypto';
import { X509Certificate } from '@peculiar/x509';

/** A certificate as one side sent it, read twice: for what it says, and for its signature. */
export interface Certificate {
  readonly der: Uint8Array<ArrayBuffer>;
  readonly says: X509Certificate;
  readonly native: NodeCertificate;
}

/** Undefined for bytes that are no certificate. */
export const readCertificate = (bytes: Uint8Array | string): Certificate | undefined => {
  try {
    const native = new NodeCertificate(bytes);
    const der = new Uint8Array(native.raw);
    return { der, native, says: new X509Certificate(der) };
  } catch {
    return undefined;
  }
};

/** Whether two names are the same bytes. */
export const isSameName = (one: X509Certificate['subjectName'], other: X509Certificate['subjectName']): boolean =>
  Buffer.from(one.toArrayBuffer()).equals(Buffer.from(other.toArrayBuffer()));

/** Whether a certificate carries the name of another as its issuer's. */
export const names = (certificate: Certificate, issuer: Certificate): boolean =>
  isSameName(certificate.says.issuerName, issuer.says.subjectName);

/** Whether the key of another signed a certificate. */
export const isSignedBy = (certificate: Certificate, issuer: Certificate): boolean => {
  try {
    return certificate.native.verify(issuer.native.publicKey);
  } catch {
    return false;
  }
};

/** What people call the holder of a name: its CN, or the whole name. */
export const calledBy = (name: X509Certificate['subjectName']): string => name.getField('CN')[0] ?? name.toString();
