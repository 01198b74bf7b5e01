import { createPrivateKey, type KeyObject } from 'node:crypto';
import forge from 'node-forge';
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

/** node-forge still knows ciphers that OpenSSL 3 has given up. */
const openOld = ({ file, content }: KeySource, passphrase: string | undefined): KeyObject => {
  const key = decrypted(file, pemOf(content), passphrase);
  if (!key) throw new IdentityError('password-wrong', file);
  return createPrivateKey(forge.pki.privateKeyToPem(key));
};

const pemOf = (content: string | Buffer): string =>
  typeof content === 'string'
    ? content
    : `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${content.toString('base64')}\n-----END ENCRYPTED PRIVATE KEY-----\n`;

const decrypted = (file: string, pem: string, passphrase: string | undefined): forge.pki.rsa.PrivateKey | null => {
  try {
    return forge.pki.decryptRsaPrivateKey(pem, passphrase);
  } catch (error) {
    // A padding that happens to fit gives bytes that are no key.
    const old = error instanceof Error && /unsupported/i.test(error.message);
    throw new IdentityError(old ? 'old-encryption' : 'password-wrong', file, [again]);
  }
};
