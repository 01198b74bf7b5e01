import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

/** A key pair, private key first: PKCS #8 and SubjectPublicKeyInfo, DER. */
export interface KeyPair {
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly open: Uint8Array<ArrayBuffer>;
}

/** How the CAs of a hierarchy sign. */
export type Signing = 'rsa-sha256' | 'rsa-pss-sha512' | 'ecdsa-sha256';

/** A private key that signs, and what it signs with. */
export interface Signer {
  readonly key: CryptoKey;
  readonly algorithm: { readonly name: string; readonly hash: string; readonly saltLength?: number };
}

const encodings = {
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'der' },
} as const;

const generate = promisify(generateKeyPair);

/** An RSA key of so many bits. */
export const rsaKey = async (modulusLength: number): Promise<KeyPair> => {
  const { privateKey, publicKey } = await generate('rsa', { modulusLength, ...encodings });
  return { secret: new Uint8Array(privateKey), open: new Uint8Array(publicKey) };
};

/** A key on P-256, which is made at once. */
export const ecKey = async (): Promise<KeyPair> => {
  const { privateKey, publicKey } = await generate('ec', { namedCurve: 'P-256', ...encodings });
  return { secret: new Uint8Array(privateKey), open: new Uint8Array(publicKey) };
};

const algorithms = {
  'rsa-sha256': { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  'rsa-pss-sha512': { name: 'RSA-PSS', hash: 'SHA-512', saltLength: 64 },
  'ecdsa-sha256': { name: 'ECDSA', hash: 'SHA-256', namedCurve: 'P-256' },
} as const;

/** The key as one that signs in this way. */
export const signer = async ({ secret }: KeyPair, signing: Signing): Promise<Signer> => {
  const algorithm = algorithms[signing];
  return { key: await crypto.subtle.importKey('pkcs8', secret, algorithm, false, ['sign']), algorithm };
};

/** The private key as PEM. */
export const secretPem = ({ secret }: KeyPair): string => {
  const lines =
    Buffer.from(secret)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`;
};
