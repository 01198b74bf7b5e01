import { createDecipheriv } from 'node:crypto';
import forge from 'node-forge';
import { type Asn1, binaryOf, childrenOf, numberIn, octetsIn, oidIn } from './asn1.ts';

/** Triple DES with two keys, which OpenSSL still opens and node-forge does not (RFC 7292, appendix C). */
const twoKeyDes = '1.2.840.113549.1.12.1.4';

/** Tells whether an AlgorithmIdentifier is that of Triple DES with two keys under a password. */
export const isTwoKeyDes = (algorithm: Asn1 | undefined): boolean => oidIn(childrenOf(algorithm)[0]) === twoKeyDes;

/** What it encrypted; throws for a password that does not fit. */
export const decryptTwoKeyDes = (algorithm: Asn1 | undefined, encrypted: Buffer, password: string): Buffer => {
  const [salt, count] = childrenOf(childrenOf(algorithm)[1]);
  const derived = (purpose: 1 | 2, length: number): Buffer => {
    const salted = forge.util.createBuffer(binaryOf(octetsIn(salt)));
    const bytes = forge.pkcs12.generateKey(password, salted, purpose, numberIn(count), length);
    return Buffer.from(bytes.getBytes(), 'binary');
  };
  const decipher = createDecipheriv('des-ede-cbc', derived(1, 16), derived(2, 8));
  return Buffer.concat([decipher.update(encrypted), decipher.final()]);
};
