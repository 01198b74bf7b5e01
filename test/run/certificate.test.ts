import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newSampleKeys, sampleHierarchy, sampleLeaf } from '../samples/certificate-chains.ts';
import { inProcess } from './in-process.ts';
import { temporaryFolder, threePas } from './three-pas.ts';

const keys = await newSampleKeys();
const { root, domain, tsp } = sampleHierarchy('Sample', keys.authority);
const folder = temporaryFolder();
const write = (name: string, content: string | Buffer): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  chmodSync(file, 0o600);
  return file;
};

const password = 'geheim-woord-26';
const leaf = write('leaf.pem', sampleLeaf(tsp, keys.leaf).pem);
const chain = write('chain.pem', tsp.pem + domain.pem);
const koop = write('koop.pem', root.pem);
const key = write(
  'key.pem',
  keys.leaf.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: password }),
);
const at = ['--clock', '2026-11-25T12:00:00Z'];
const inspect = (args: readonly string[], environment?: Readonly<Record<string, string>>) =>
  threePas(['certificate', 'inspect', ...args], environment);

describe('3pas certificate inspect', () => {
  test('ends with 0 where all that is demanded holds, and tells no secret', async () => {
    const options = [
      '--key',
      key,
      '--password-env',
      'SLEUTEL',
      '--chain',
      chain,
      '--koop-ca',
      koop,
      '--phase',
      '2',
      ...at,
    ];
    const secrets = { SLEUTEL: password };
    const all = await Promise.all([
      inspect([leaf, ...options], secrets),
      inspect([leaf, ...options, '--json'], secrets),
    ]);

    const parts = keys.leaf.export({ type: 'pkcs8', format: 'pem' }).split('\n').slice(1, -2);
    for (const { code, stdout, stderr } of all) {
      expect(code).toBe(0);
      for (const secret of [password, ...parts]) expect(stdout + stderr).not.toContain(secret);
    }
    expect(all[0].stdout).toMatch(/\nPhase 2: fit\n$/);
    expect(JSON.parse(all[1].stdout)).toMatchObject({ outcome: 'passed', hasKey: true });
  });

  test('ends with 1 where something fails', async () => {
    const { code, stdout } = await inspect([leaf, '--chain', chain, koop, '--phase', '3', '--lang', 'nl', ...at]);

    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ {2}Het certificaat is uitgegeven onder .*PKIoverheid[\s\S]*\nFase 3: voldoet niet\n$/);
  });

  test.each([
    { args: [join(folder, 'none.pem')], says: /^3pas: File .*none\.pem does not exist; check the path\.$/ },
    {
      args: [leaf, '--key', key],
      says: /^3pas: File .*key\.pem is encrypted; give the name of the environment variable/,
    },
    { args: [leaf, '--password-env', 'NIET_GEZET'], says: /^3pas: --password-env "NIET_GEZET" is not set/ },
    { args: [leaf, '--clock', 'gisteren'], says: /^3pas: --clock "gisteren" is not a moment/ },
    { args: [leaf, '--phase', '1'], says: /argument '1' is invalid\. Allowed choices are 2, 3, 4\./ },
    {
      args: [chain, '--lang', 'nl'],
      says: /^3pas: Bestand .*chain\.pem bevat alleen het certificaat van een uitgever/,
    },
  ])('ends with 2 and one sentence, %#', async ({ args, says }) => {
    const { code, stdout, stderr } = await inProcess(['certificate', 'inspect', ...args]);

    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trim()).toMatch(says);
  });
});
