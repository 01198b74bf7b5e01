import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { unmetClaim } from './claim.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const policy = { folders: [], keys: [publicKey.export({ type: 'spki', format: 'pem' })] };
const digest = 'ab'.repeat(32);
const signed = (what: string, key = privateKey): Buffer =>
  Buffer.from(sign(null, Buffer.from(what, 'hex'), key).toString('base64'));
const told = (signature: Uint8Array | undefined, standing = 'confirmed'): string | undefined =>
  unmetClaim(policy, { digest, provenance: { standing }, signature })?.en;

test('a folder that is confirmed, or never said so, is left alone', () => {
  expect(told(signed(digest))).toBeUndefined();
  expect(told(undefined, 'reconstruction')).toBeUndefined();
});

test.each([
  ['no signature', undefined, 'confirmed', /has no contract\.sig/],
  ['garbage', Buffer.from('geen handtekening!'), 'confirmed', /is no signature in base64/],
  [
    'another key',
    signed(digest, generateKeyPairSync('ed25519').privateKey),
    'confirmed',
    /a key that 3pas does not know/,
  ],
  ['a changed folder', signed('cd'.repeat(32)), 'reconstruction', /changed after it/],
])('a folder that claims it with %s is told why it is not', (_, signature, standing, reason) => {
  expect(told(signature, standing)).toMatch(reason);
});
