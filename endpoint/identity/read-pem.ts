import { parseAsn1 } from './asn1.ts';
import { IdentityError } from './identity-error.ts';
import { isCertificate } from './is-certificate.ts';
import { type DerSource, type FileParts, joined, partsOf } from './parts.ts';
import { readPkcs12 } from './pkcs12.ts';
import { readPkcs7 } from './read-der.ts';

const block = /-----BEGIN ([A-Z0-9 ]+)-----(?:(?!-----BEGIN )[\s\S])*?-----END \1-----/g;

/** What a PEM file holds (RFC 7468); text around the blocks has no meaning. Throws `IdentityError` for a block that is cut off. */
export const readPem = (source: Omit<DerSource, 'der'>, written: string): FileParts => {
  // Line ends can have become the two characters of an escape, as in a text of JSON or a variable.
  const text = written.replace(/\\r\\n|\\n/g, '\n');
  const whole = [...text.matchAll(block)];
  const cut = firstCut(text, new Set(whole.map(({ index }) => index)));
  if (cut !== undefined) throw new IdentityError('damaged', source.file, [cut]);
  return joined(whole.map(([pem, label = '']) => readBlock(source, label, pem)));
};

/** The label of a block that begins and has no end of its own. */
const firstCut = (text: string, starts: ReadonlySet<number>): string | undefined =>
  [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----/g)].find(({ index }) => !starts.has(index))?.[1];

const readBlock = (source: Omit<DerSource, 'der'>, label: string, pem: string): FileParts => {
  const { file } = source;
  if (/^((X509|TRUSTED) )?CERTIFICATE$/.test(label)) return certificateIn(file, label, pem);
  if (label === 'PKCS7' || label === 'CMS') return readPkcs7(file, parseAsn1(contentOf(pem)));
  if (label === 'PKCS12') return readPkcs12({ ...source, der: contentOf(pem) });
  if (label.includes('OPENSSH')) throw new IdentityError('other-key-format', file, ['OpenSSH key']);
  if (label.endsWith('PRIVATE KEY'))
    return partsOf({ keys: [{ file, form: 'pem', content: plainPem(label, pem), encrypted: isEncrypted(pem) }] });
  if (label.endsWith('CERTIFICATE REQUEST')) return partsOf({ others: ['request'] });
  if (label.endsWith('PUBLIC KEY')) return partsOf({ others: ['public-key'] });
  if (label === 'X509 CRL') return partsOf({ others: ['crl'] });
  // Those of a curve stand before its key, and say nothing of their own.
  if (label.endsWith(' PARAMETERS')) return partsOf({});
  return partsOf({ others: ['not-a-certificate'] });
};

const isEncrypted = (pem: string): boolean => /BEGIN ENCRYPTED|^\s*Proc-Type: 4,ENCRYPTED/m.test(pem);

/** As OpenSSL takes it: lines that are not indented, and more than one, without the spaces of web pages and mail. */
const plainPem = (label: string, pem: string): string => {
  if (pem.includes('Proc-Type:')) return pem.replace(/^[ \t]+|[ \t]+$/gm, '');
  const lines = pem.replace(/-----[^-]+-----|[^A-Za-z0-9+/=]/g, '').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
};

/** A trusted certificate of OpenSSL has more behind it, so only its own length counts. */
const certificateIn = (file: string, label: string, pem: string): FileParts => {
  const der = contentOf(pem);
  const own = label.startsWith('TRUSTED') ? der.subarray(0, 4 + der.readUInt16BE(2)) : der;
  if (!isCertificate(own)) throw new IdentityError('damaged', file, [label]);
  return partsOf({ certificates: [own] });
};

const contentOf = (pem: string): Buffer => Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64');
