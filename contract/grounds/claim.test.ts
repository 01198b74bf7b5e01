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
  { with: 'no signature', signature: undefined, standing: 'confirmed', reason: /has no contract\.sig/ },
  { with: 'garbage', signature: Buffer.from('geen!'), standing: 'confirmed', reason: /is no signature in base64/ },
  {
    with: 'a signature by another key',
    signature: signed(digest, generateKeyPairSync('ed25519').privateKey),
    standing: 'confirmed',
    reason: /a key that 3pas does not know/,
  },
  {
    with: 'the signature of another folder',
    signature: signed('cd'.repeat(32)),
    standing: 'reconstruction',
    reason: /changed after it/,
  },
])('a folder that claims it with $with is told why it is not', ({ signature, standing, reason }) => {
  expect(told(signature, standing)).toMatch(reason);
});
