import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import forge from 'node-forge';
import { type Asn1, binaryOf, childrenOf, derOf, parseAsn1 } from './asn1.ts';
import { decryptedPkcs12 } from './decrypted-pkcs12.ts';
import { IdentityError } from './identity-error.ts';
import { isCertificate } from './is-certificate.ts';
import { type DerSource, type FileParts, partsOf } from './parts.ts';
import { oldEncryption } from './problems.ts';

type Pfx = forge.pkcs12.Pkcs12Pfx;
type Bag = forge.pkcs12.Bag;

const { certBag = '', keyBag = '', pkcs8ShroudedKeyBag = '' } = forge.pki.oids;

/** The certificates and keys of a PKCS#12 file (RFC 7292); throws `IdentityError`. */
export const readPkcs12 = (source: DerSource): FileParts => {
  const { file, der, passphrase } = source;
  const pfx = open(source);
  const bags = (type: string): readonly Bag[] => pfx.getBags({ bagType: type })[type] ?? [];
  const certificates = bags(certBag).map(certificateOf);
  if (!certificates.every(isCertificate)) throw new IdentityError('damaged', file, ['PKCS#12']);
  const keys = [...bags(keyBag), ...bags(pkcs8ShroudedKeyBag)].map((bag) => keySource(file, bag, certificates));
  const refusal = refusalOf(der, passphrase);
  return partsOf({
    certificates,
    keys,
    warnings: refusal === 'unsupported' ? [oldEncryption(file, legacyExport)] : [],
  });
};

const legacyExport =
  'openssl pkcs12 -legacy -in OLD.p12 -out NEW.pem && openssl pkcs12 -export -in NEW.pem -out NEW.p12';

const open = (source: DerSource): Pfx => {
  const { file, der, passphrase } = source;
  const attempts = passwordsOf(source).map((password) => attempt(der, password));
  const opened = attempts.find((one) => typeof one === 'object') ?? openedByNode(source);
  if (opened !== undefined) return opened;
  if (attempts.includes('wrong')) throw wrongPassword(file, passphrase);
  throw secondOpinion(source);
};

/** No password can be an empty text or nothing at all (RFC 7292, appendix B.1). */
const passwordsOf = ({ passphrase = '' }: DerSource): readonly (string | undefined)[] =>
  passphrase === '' ? ['', undefined] : [passphrase];

/** What Node opens, by what it knows of algorithms: OpenSSL says that the password is right. */
const openedByNode = (source: DerSource): Pfx | undefined => {
  const { der, passphrase = '' } = source;
  if (refusalOf(der, passphrase) !== undefined) return undefined;
  try {
    const plain = decryptedPkcs12(parseAsn1(der), passphrase);
    return passwordsOf(source)
      .map((password) => decrypt(plain, password))
      .find((one) => typeof one === 'object');
  } catch {
    return undefined;
  }
};

const wrongPassword = (file: string, passphrase = ''): IdentityError =>
  new IdentityError(passphrase === '' ? 'password-needed' : 'password-wrong', file);

/** What Node makes of a file that node-forge can't open. */
const secondOpinion = ({ file, der, passphrase }: DerSource): IdentityError => {
  const refusal = refusalOf(der, passphrase);
  if (refusal === 'wrong') return wrongPassword(file, passphrase);
  return refusal === 'damaged'
    ? new IdentityError('damaged', file, ['PKCS#12'])
    : new IdentityError('old-encryption', file, [legacyExport]);
};

const attempt = (der: Buffer, password: string | undefined): Pfx | 'wrong' | 'failed' => {
  const root = parseAsn1(der);
  const opened = decrypt(root, password);
  if (opened !== 'failed' || password === undefined || isAscii(password)) return opened;
  // The MAC, which fits, has the password in UTF-16; PBES2 has it in UTF-8 (RFC 8018, appendix B.2.5).
  return decrypt(withoutMac(root), binaryOf(Buffer.from(password)));
};

const decrypt = (root: Asn1 | undefined, password: string | undefined): Pfx | 'wrong' | 'failed' => {
  try {
    return forge.pkcs12.pkcs12FromAsn1(root, false, password);
  } catch (error) {
    return error instanceof Error && /MAC could not be verified|wrong password/.test(error.message)
      ? 'wrong'
      : 'failed';
  }
};

const withoutMac = (root: Asn1 | undefined): Asn1 | undefined =>
  root === undefined ? undefined : { ...root, value: childrenOf(root).slice(0, 2) };

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** Why Node, and so OpenSSL, does not take a PKCS#12 file; undefined when it does. */
const refusalOf = (pfx: Buffer, passphrase: string | undefined): 'wrong' | 'unsupported' | 'damaged' | undefined => {
  try {
    createSecureContext({ pfx, passphrase: passphrase ?? '' });
    return undefined;
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    if (/mac verify failure/i.test(said)) return 'wrong';
    // It was opened then, and what is in it is refused for TLS only.
    if (/too (?:small|weak)/i.test(said)) return undefined;
    return /unsupported/i.test(said) ? 'unsupported' : 'damaged';
  }
};

/** node-forge reads RSA keys itself, and hands over others as PKCS#8. */
const keySource = (file: string, { key, asn1 }: Bag, certificates: readonly Buffer[]): FileParts['keys'][number] => {
  const common = { file, encrypted: false };
  if (!key) return { ...common, form: 'pkcs8', content: derOf(asn1) };
  const pkcs1 = derOf(forge.pki.privateKeyToAsn1(key));
  const own = certificates.map((der) => new X509Certificate(der).publicKey).find((one) => isPssHalfOf(one, pkcs1));
  return own === undefined
    ? { ...common, form: 'pkcs1', content: pkcs1 }
    : { ...common, form: 'pkcs8', content: pssKey(own, pkcs1) };
};

const spkiOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });

/** Tells whether a public key is the other half of an RSA key, and for RSASSA-PSS only; node-forge forgets of keys that they are. */
const isPssHalfOf = (key: KeyObject, pkcs1: Buffer): boolean => {
  if (key.asymmetricKeyType !== 'rsa-pss') return false;
  const half = createPublicKey(createPrivateKey({ key: pkcs1, format: 'der', type: 'pkcs1' }));
  const numbers = half.export({ type: 'pkcs1', format: 'der' });
  return spkiOf(key).subarray(-numbers.length).equals(numbers);
};

/** The private key as PKCS#8, with the algorithm of its public half. */
const pssKey = (half: KeyObject, pkcs1: Buffer): Buffer => {
  const { create, Class, Type, integerToDer } = forge.asn1;
  const [algorithm] = childrenOf(parseAsn1(spkiOf(half)));
  const version = create(Class.UNIVERSAL, Type.INTEGER, false, integerToDer(0).getBytes());
  const octets = create(Class.UNIVERSAL, Type.OCTETSTRING, false, binaryOf(pkcs1));
  return derOf(create(Class.UNIVERSAL, Type.SEQUENCE, true, [version, ...(algorithm ? [algorithm] : []), octets]));
};

/** The bytes that were issued: node-forge would write the algorithm of the signature anew, so it is taken from the body. */
const certificateOf = ({ cert, asn1 }: Bag): Buffer => {
  if (!cert) return derOf(asn1);
  const body = cert.tbsCertificate;
  const { create, Class, Type } = forge.asn1;
  const fields = childrenOf(body);
  const algorithm = fields[fields[0]?.tagClass === Class.CONTEXT_SPECIFIC ? 2 : 1];
  const bits = create(Class.UNIVERSAL, Type.BITSTRING, false, `\0${String(cert.signature)}`);
  const parts = [body, ...(algorithm === undefined ? [] : [algorithm]), bits];
  return derOf(create(Class.UNIVERSAL, Type.SEQUENCE, true, parts));
};
