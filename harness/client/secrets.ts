import { createPrivateKey } from 'node:crypto';
import { childrenOf, octetsIn, parseAsn1 } from '#endpoint/identity/asn1';
import type { Secret } from '#endpoint/secrets/needles';
import type { RunConfig } from '../run-config.ts';

/** Shorter ones are ordinary words, which only the client can tell from an echo. */
const shortest = 8;

/** The secrets of a run: passwords, also of a proxy, and what is secret of the keys; those of the embedded endpoint are throw-away ones. */
export const secretsIn = ({ credentials, proxy, tls, mockControl }: RunConfig): readonly Secret[] => {
  const passwords = [credentials?.password, proxy?.credentials?.password];
  const identities = tls === undefined || mockControl !== undefined ? [] : [tls.identity, ...Object.values(tls.wrong)];
  const keys = new Set(identities.flatMap((identity) => identity?.key ?? []));
  return [...passwords, ...[...keys].flatMap(partsOf)].flatMap((secret) =>
    secret === undefined || secret.length < shortest ? [] : [secret],
  );
};

/** Bytes of each part, from its first quarter: enough to know it by. */
const partsOf = (key: string): readonly Uint8Array[] => {
  const [, , octets] = childrenOf(parseAsn1(createPrivateKey(key).export({ type: 'pkcs8', format: 'der' })));
  const inner = parseAsn1(octetsIn(octets));
  const numbers = childrenOf(inner);
  // PKCS#1 (RFC 8017), else SEC 1 (RFC 5915), else the octets of Ed25519 and its like (RFC 8410): JWK does not know all of them.
  const parts = numbers.length >= 9 ? numbers.slice(3, 6) : [numbers[1] ?? inner];
  return parts.map((part) => withoutSign(octetsIn(part)).subarray(8, 24));
};

/** DER puts a zero before a number that begins with a one bit. */
const withoutSign = (bytes: Buffer): Buffer => (bytes.at(0) === 0 ? bytes.subarray(1) : bytes);
