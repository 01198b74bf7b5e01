import { createDecipheriv, pbkdf2Sync, scryptSync } from 'node:crypto';
import { type Asn1, childrenOf, numberIn, octetsIn, oidIn } from './asn1.ts';

const pbes2 = '1.2.840.113549.1.5.13';
const pbkdf2 = '1.2.840.113549.1.5.12';
const scrypt = '1.3.6.1.4.1.11591.4.11';

/** Digests of HMAC by the identifiers of RFC 8018, appendix B.1, and of NIST for SHA-3. */
const digests: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
  '1.2.840.113549.2.12': 'sha512-224',
  '1.2.840.113549.2.13': 'sha512-256',
  '2.16.840.1.101.3.4.2.13': 'sha3-224',
  '2.16.840.1.101.3.4.2.14': 'sha3-256',
  '2.16.840.1.101.3.4.2.15': 'sha3-384',
  '2.16.840.1.101.3.4.2.16': 'sha3-512',
};

interface Cipher {
  readonly name: string;
  /** Octets of its key. */
  readonly key: number;
}

/** Ciphers of three sizes by the last numbers of their identifiers. */
const bySize = (prefix: string, name: string, ends: readonly number[]): readonly [string, Cipher][] =>
  ends.map((end, index) => {
    const bits = 128 + 64 * index;
    return [`${prefix}.${String(end)}`, { name: name.replace('*', String(bits)), key: bits / 8 }];
  });

/** AES of NIST, Camellia of RFC 3657 and its registry, ARIA of RFC 5794, Triple DES of RFC 8018, and SM4. */
const ciphers: Readonly<Record<string, Cipher>> = Object.fromEntries([
  ...bySize('2.16.840.1.101.3.4.1', 'aes-*-ecb', [1, 21, 41]),
  ...bySize('2.16.840.1.101.3.4.1', 'aes-*-cbc', [2, 22, 42]),
  ...bySize('2.16.840.1.101.3.4.1', 'aes-*-ofb', [3, 23, 43]),
  ...bySize('2.16.840.1.101.3.4.1', 'aes-*-cfb', [4, 24, 44]),
  ...bySize('1.2.392.200011.61.1.1.1', 'camellia-*-cbc', [2, 3, 4]),
  ...bySize('0.3.4401.5.3.1.9', 'camellia-*-ofb', [3, 23, 43]),
  ...bySize('0.3.4401.5.3.1.9', 'camellia-*-cfb', [4, 24, 44]),
  ...bySize('1.2.410.200046.1.1', 'aria-*-cbc', [2, 7, 12]),
  ...bySize('1.2.410.200046.1.1', 'aria-*-cfb', [3, 8, 13]),
  ...bySize('1.2.410.200046.1.1', 'aria-*-ofb', [4, 9, 14]),
  ['1.2.840.113549.3.7', { name: 'des-ede3-cbc', key: 24 }],
  ['1.2.156.10197.1.104.2', { name: 'sm4-cbc', key: 16 }],
]);

/** Tells whether an AlgorithmIdentifier is that of PBES2 (RFC 8018, 6.2). */
export const isPbes2 = (algorithm: Asn1 | undefined): boolean => oidIn(childrenOf(algorithm)[0]) === pbes2;

/** What PBES2 encrypted; throws for an algorithm that is not known, and for a password that does not fit. */
export const decryptPbes2 = (algorithm: Asn1 | undefined, encrypted: Buffer, password: string): Buffer => {
  const [derivation, scheme] = childrenOf(childrenOf(algorithm)[1]);
  const [oid, iv] = childrenOf(scheme);
  const cipher = ciphers[oidIn(oid) ?? ''];
  if (cipher === undefined) throw new TypeError(`unknown cipher ${oidIn(oid) ?? ''}`);
  const decipher = createDecipheriv(cipher.name, derive(derivation, password, cipher.key), octetsIn(iv));
  return Buffer.concat([decipher.update(encrypted), decipher.final()]);
};

const derive = (derivation: Asn1 | undefined, password: string, length: number): Buffer => {
  const [oid, parameters] = childrenOf(derivation);
  const [salt, ...others] = childrenOf(parameters);
  if (oidIn(oid) === scrypt) {
    const [cost = 0, blockSize = 0, parallelization = 0] = others.map(numberIn);
    const maxmem = 256 * cost * blockSize;
    return scryptSync(password, octetsIn(salt), length, { cost, blockSize, parallelization, maxmem });
  }
  const prf = others.find((one) => childrenOf(one).length > 0);
  const digest = prf === undefined ? 'sha1' : digests[oidIn(childrenOf(prf)[0]) ?? ''];
  if (oidIn(oid) !== pbkdf2 || digest === undefined) throw new TypeError('unknown key derivation');
  return pbkdf2Sync(password, octetsIn(salt), numberIn(others[0]), length, digest);
};
