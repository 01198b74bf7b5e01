import { createPrivateKey, type KeyObject } from 'node:crypto';
import forge from 'node-forge';
import { binaryOf, derOf } from './asn1.ts';
import { IdentityError } from './identity-error.ts';
import type { KeySource } from './parts.ts';
import { type IdentityWarning, oldEncryption } from './problems.ts';

/** A private key that was opened. */
export interface OpenedKey {
  readonly file: string;
  readonly key: KeyObject;
  readonly warnings: readonly IdentityWarning[];
}

/** Opens a private key with the passphrase, where it has one; throws `IdentityError`. */
export const openKey = (source: KeySource, passphrase: string | undefined): OpenedKey => {
  const { file, encrypted } = source;
  if (encrypted && passphrase === undefined) throw new IdentityError('password-needed', file);
  try {
    return { file, key: keyOf(source, passphrase), warnings: [] };
  } catch (error) {
    if (!encrypted) throw new IdentityError('damaged', file, ['private key']);
    if (!isUnsupported(error)) throw new IdentityError('password-wrong', file);
    return { file, key: openOld(source, passphrase), warnings: [oldEncryption(file, again)] };
  }
};

const again = 'openssl pkcs8 -provider legacy -provider default -in OLD.key -topk8 -v2 aes256 -out NEW.key';

const keyOf = ({ form, content }: KeySource, passphrase: string | undefined): KeyObject => {
  const secret = passphrase === undefined ? {} : { passphrase };
  if (form === 'pem') return createPrivateKey({ key: content, format: 'pem', ...secret });
  return createPrivateKey({ key: content, format: 'der', type: form, ...secret });
};

const isUnsupported = (error: unknown): boolean =>
  error instanceof Error && /unsupported|unknown cipher/i.test(error.message);

/** node-forge still knows ciphers that OpenSSL 3 has given up: of PKCS#8 for every key, of older PEM for RSA. */
const openOld = ({ file, content }: KeySource, passphrase = ''): KeyObject => {
  const isOldPem = typeof content === 'string' && content.includes('Proc-Type:');
  const plain = attempt(file, () => (isOldPem ? plainOfPem(content, passphrase) : plainOfPkcs8(content, passphrase)));
  try {
    return createPrivateKey(plain);
  } catch {
    // A padding that happens to fit gives bytes that are no key.
    throw new IdentityError('password-wrong', file);
  }
};

/** node-forge gives no key, or stumbles over it, where the password is wrong. */
const attempt = <Plain>(file: string, decrypt: () => Plain): Plain => {
  try {
    return decrypt();
  } catch (error) {
    const old = error instanceof Error && /unsupported|not a supported|header type/i.test(error.message);
    throw new IdentityError(old ? 'old-encryption' : 'password-wrong', file, [again]);
  }
};

type PlainKey = Exclude<Parameters<typeof createPrivateKey>[0], KeyObject>;

const plainOfPem = (pem: string, passphrase: string): PlainKey => {
  const key = forge.pki.decryptRsaPrivateKey(pem, passphrase);
  return forge.pki.privateKeyToPem(key);
};

const plainOfPkcs8 = (content: string | Buffer, passphrase: string): PlainKey => {
  const der = typeof content === 'string' ? Buffer.from(content.replace(/-----[^-]+-----/g, ''), 'base64') : content;
  const plain = forge.pki.decryptPrivateKeyInfo(forge.asn1.fromDer(binaryOf(der)), passphrase);
  return { key: derOf(plain), format: 'der', type: 'pkcs8' };
};
