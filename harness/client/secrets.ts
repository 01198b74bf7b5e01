import { createPrivateKey } from 'node:crypto';
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
  const { d, p, q } = createPrivateKey(key).export({ format: 'jwk' });
  return [d, p, q].flatMap((part) => {
    if (part === undefined) return [];
    const bytes = Buffer.from(part, 'base64url');
    return [bytes.subarray(8, 24)];
  });
};
