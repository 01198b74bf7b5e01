import 'reflect-metadata';
import { X509Crl } from '@peculiar/x509';
import { isSameName } from './presented.ts';
import type { Link, Status } from './link.ts';

/** What a list says of a certificate; a list that is not its issuer's, or not of now, says nothing. */
export const crlStatus = async (
  { certificate, issuer }: Link,
  bytes: Uint8Array<ArrayBuffer>,
  now: number,
): Promise<Status> => {
  const list = new X509Crl(bytes);
  if (!isSameName(list.issuerName, issuer.says.subjectName) || !(await list.verify({ publicKey: issuer.says })))
    return { kind: 'unknown', why: 'the list is not signed by the issuer of the certificate' };
  if (list.thisUpdate.getTime() > now + skew || (list.nextUpdate?.getTime() ?? Infinity) < now)
    return { kind: 'unknown', why: 'the list is not of today' };
  if (list.extensions.some(({ critical }) => critical)) return { kind: 'unknown', why: 'the list covers a part only' };
  return { kind: list.findRevoked(certificate.says) === null ? 'good' : 'revoked' };
};

/** Clocks may differ by so many milliseconds. */
const skew = 5 * 60 * 1000;
