import { generateKeyPairSync, sign } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readContract } from '../reader.ts';
import type { Contract } from '../contract.ts';
import type { Policy } from './policy.ts';

const source = 'test/contracts/bouwmelding';
const none: Policy = { folders: [], keys: [] };
const { digest } = readContract(source);
const folder = mkdtempSync(join(tmpdir(), '3pas-policy-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
cpSync(source, folder, { recursive: true });

const standing = ({ confirmed, constraints }: Contract) => [confirmed, constraints[0]?.ground];

test('what a folder calls confirmed is taken over', () => {
  expect(standing(readContract(source))).toEqual([false, 'taken-over']);
});

test('a folder whose digest the policy lists is confirmed', () => {
  expect(standing(readContract(source, { ...none, folders: [digest] }))).toEqual([true, 'confirmed']);
});

test.each(['ed25519', 'ec'] as const)(
  'a folder signed with an %s key of the policy is confirmed, until it changes',
  (kind) => {
    const { publicKey, privateKey } =
      kind === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
    const policy = { ...none, keys: [publicKey.export({ type: 'spki', format: 'pem' })] };
    const signature = sign(kind === 'ec' ? 'sha256' : null, Buffer.from(digest, 'hex'), privateKey);
    writeFileSync(join(folder, 'contract.sig'), `${signature.toString('base64')}\n`);

    expect(standing(readContract(folder, policy))).toEqual([true, 'confirmed']);
    expect(standing(readContract(folder, none))).toEqual([false, 'taken-over']);

    const description = readFileSync(join(folder, 'contract.yaml'));
    writeFileSync(join(folder, 'contract.yaml'), `${description.toString()}# more\n`);
    expect(standing(readContract(folder, policy))).toEqual([false, 'taken-over']);
    writeFileSync(join(folder, 'contract.yaml'), description);
  },
);

test('line ends of a checkout change no digest', () => {
  const text = readFileSync(join(folder, 'melding.xsd'), 'utf8');
  writeFileSync(join(folder, 'melding.xsd'), text.replaceAll('\n', '\r\n'));

  expect(readContract(folder).digest).toBe(digest);
});
