import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { expect, test } from 'vitest';
import { secretsIn } from './secrets.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const pkcs8 = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' });

const secretsOf = (key: string): readonly string[] =>
  secretsIn({ tls: { ca: [], identity: { cert: '', key }, wrong: {}, of: {} } } as never).map((one) =>
    Buffer.from(one).toString('hex'),
  );

test('what is secret of an RSA key are its exponent and its primes', () => {
  const { d = '', p = '', q = '' } = rsa.export({ format: 'jwk' });

  expect(secretsOf(pkcs8(rsa))).toEqual(
    [d, p, q].map((part) => Buffer.from(part, 'base64url').subarray(8, 24).toString('hex')),
  );
});

test.each([
  ['Ed25519', generateKeyPairSync('ed25519').privateKey],
  ['P-256', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey],
  ['brainpoolP256r1', generateKeyPairSync('ec', { namedCurve: 'brainpoolP256r1' }).privateKey],
  ['RSASSA-PSS alone', generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey],
])('what is secret of a key for %s stands in its bytes', (_name, key) => {
  const bytes = key.export({ type: 'pkcs8', format: 'der' }).toString('hex');
  const found = secretsOf(pkcs8(key));

  expect(found.length).toBeGreaterThan(0);
  for (const secret of found) {
    expect(secret).toHaveLength(32);
    expect(bytes).toContain(secret);
  }
});
