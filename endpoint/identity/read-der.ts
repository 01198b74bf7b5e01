import { type Asn1, childrenOf, derOf, oidIn, parseAsn1, shapeOf, withoutTail } from './asn1.ts';
import { IdentityError } from './identity-error.ts';
import { isCertificate } from './is-certificate.ts';
import { type DerSource, type FileParts, type KeySource, partsOf } from './parts.ts';
import { readPkcs12 } from './pkcs12.ts';

/** What a DER document holds, told by its shape; throws `IdentityError`. */
export const readDer = (given: DerSource): FileParts => {
  const source = { ...given, der: withoutTail(given.der) };
  const { file, der } = source;
  if (isCertificate(der)) return partsOf({ certificates: [der] });
  const root = parseAsn1(der);
  if (root === undefined && isLongSequence(der)) throw new IdentityError('damaged', file, ['DER']);
  const first = childrenOf(root)[0];
  if (isPkcs12(root)) return readPkcs12(source);
  if (oidIn(first) === signedData) return readPkcs7(file, root);
  const form = keyForm(root);
  if (form !== undefined) return partsOf({ keys: [{ file, content: der, ...form }] });
  return otherwise(file, shapeOf(root), shapeOf(first));
};

/** What every DER document here begins with, also once it was saved as text in UTF-8; one that can't be parsed was cut off or changed. */
const isLongSequence = (der: Buffer): boolean => /^30(?:8[1-4]|efbfbd)/.test(der.toString('hex', 0, 4));

const data = '1.2.840.113549.1.7.1';
const signedData = '1.2.840.113549.1.7.2';

/** RFC 7292, section 4: version 3, and authSafe that is data. */
const isPkcs12 = (root: Asn1 | undefined): boolean => {
  const [, safe] = childrenOf(root);
  return shapeOf(root).startsWith('int seq') && oidIn(childrenOf(safe)[0]) === data;
};

/** The certificates of a PKCS#7 or CMS SignedData (RFC 5652, section 5.1); throws `IdentityError` for one without. */
export const readPkcs7 = (file: string, root: Asn1 | undefined): FileParts => {
  const content = childrenOf(childrenOf(root)[1])[0];
  const sets = childrenOf(content).filter((_, index) => shapeOf(content).split(' ')[index] === '[0]');
  const certificates = sets.flatMap(childrenOf).map(derOf).filter(isCertificate);
  if (certificates.length === 0) throw new IdentityError('not-a-certificate', file);
  return partsOf({ certificates });
};

type KeyForm = Pick<KeySource, 'form' | 'encrypted'>;

/** PKCS#8 (RFC 5958), its encrypted form, PKCS#1 (RFC 8017) and SEC 1 (RFC 5915). */
const keyForm = (root: Asn1 | undefined): KeyForm | undefined => {
  const shape = shapeOf(root);
  if (shape.startsWith('int seq octets')) return { form: 'pkcs8', encrypted: false };
  if (shape === 'seq octets') return { form: 'pkcs8', encrypted: true };
  if (/^int( int){8}/.test(shape)) return { form: 'pkcs1', encrypted: false };
  return shape.startsWith('int octets [0]') ? { form: 'sec1', encrypted: false } : undefined;
};

const otherwise = (file: string, shape: string, body: string): FileParts => {
  if (shape === 'seq bits') return partsOf({ others: ['public-key'] });
  if (shape !== 'seq seq bits') return partsOf({ others: ['not-a-certificate'] });
  if (/^int seq seq( \[0\])?$/.test(body)) return partsOf({ others: ['request'] });
  if (/^(int )?seq seq time/.test(body)) return partsOf({ others: ['crl'] });
  throw new IdentityError('damaged', file, ['certificate']);
};
