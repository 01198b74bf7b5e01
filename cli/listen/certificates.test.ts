import { mkdtempSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { certificatesFor } from './certificates.ts';

test('the certificates of a recording are made once, stay as they are, and hold no key of a CA', async () => {
  const out = mkdtempSync(join(tmpdir(), 'listen-'));
  const first = await certificatesFor({ out, hostNames: ['drop.voorbeeld.nl', '192.0.2.7'] }, {});
  const again = await certificatesFor({ out, hostNames: ['192.0.2.7'] }, {});

  expect(again).toEqual(first);
  expect(first.trusts).toHaveLength(3);
  const names = readdirSync(first.folder);
  expect(names.filter((name) => name.endsWith('.key.pem')).sort()).toEqual(
    ['g1', 'g4', 'koop', 'server'].map((name) => `${name}.key.pem`),
  );
  expect(new Set(names.map((name) => statSync(join(first.folder, name)).mode & 0o777))).toEqual(new Set([0o600]));
  await expect(certificatesFor({ out, hostNames: ['elders.voorbeeld.nl'] }, {})).rejects.toThrow(
    'does not have the name elders.voorbeeld.nl',
  );

  const given = {
    serverCert: join(first.folder, 'server.pem'),
    serverKey: join(first.folder, 'server.key.pem'),
    clientCa: [join(first.folder, 'server-root.pem')],
  };
  const own = await certificatesFor({ out, hostNames: ['elders.voorbeeld.nl'] }, given);
  expect([own.root, own.trusts.length]).toEqual([undefined, 4]);
  expect(own.server.cert.trim()).toBe(readFileSync(given.serverCert, 'utf8').trim());
});
