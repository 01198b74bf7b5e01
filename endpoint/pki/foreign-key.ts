import { createPrivateKey } from 'node:crypto';
import forge from 'node-forge';
import type { KeyPair } from './keys.ts';

/**
 * A private key, PKCS #8 PEM, that passes for that of a certificate until it signs: its public half is the certificate's,
 * all else is of another key. TLS stacks compare public halves only, so they take it.
 */
export const foreignKey = (own: KeyPair, other: KeyPair): string => {
  const { n = '', e = '' } = numbersOf(own);
  const { d = '', p = '', q = '', dp = '', dq = '', qi = '' } = numbersOf(other);
  const [modulus, exponent, secret, one, two, oneExponent, twoExponent, coefficient] = [n, e, d, p, q, dp, dq, qi].map(
    toInteger,
  ) as [Integer, Integer, Integer, Integer, Integer, Integer, Integer, Integer];
  const key = forge.pki.setRsaPrivateKey(modulus, exponent, secret, one, two, oneExponent, twoExponent, coefficient);
  return forge.pki.privateKeyInfoToPem(forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key)));
};

type Integer = forge.jsbn.BigInteger;

const numbersOf = ({ secret }: KeyPair) =>
  createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });

const toInteger = (text: string): Integer =>
  new forge.jsbn.BigInteger(Buffer.from(text, 'base64url').toString('hex'), 16);
