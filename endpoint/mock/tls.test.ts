import { execFile, spawnSync } from 'node:child_process';
import { Agent } from 'node:https';
import { resolve } from 'node:path';
import type { SecureVersion } from 'node:tls';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hierarchies } from '#contract/wire/certificate-faults';
import type { Contract } from '#contract/contract';
import { readContract } from '#contract/reader';
import type { ClientName } from '../pki/client-certificates.ts';
import { openCrowd } from '../../test/samples/crowd.ts';
import { createMockServer, type MockServer, type MockServerOptions } from './server.ts';
import { aliveOf, deliveryOf, type Heard, say, type Sending } from '../../test/samples/sender.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const versions = ['TLSv1.2', 'TLSv1.3'] as const satisfies readonly SecureVersion[];

/** Takes the same dossier again and again, as far as certificates let it. */
const open = (options: Partial<MockServerOptions>): Promise<MockServer> =>
  createMockServer({ contract, defects: [{ alter: (parts) => ({ ...parts, isDuplicate: () => false }) }], ...options });

let mock: MockServer;
beforeAll(async () => {
  mock = await open({ tls: {} });
});
afterAll(() => mock.close());

const tlsOf = (name: ClientName | undefined, of = mock) => ({
  ca: [...(of.tls?.serverRoots ?? [])],
  ...(name === undefined ? {} : of.tls?.clients[name]),
});

/** Delivers with a certificate. */
const deliver = (name: ClientName | undefined, more: Partial<Sending> = {}, of = mock): Promise<Heard> =>
  say({ url: of.url, tls: tlsOf(name, of), ...deliveryOf(contract), ...more });

describe.each(versions)('over %s', (version) => {
  test.each(hierarchies)('a good certificate of %s gives access, and no username is asked for', async (name) => {
    const { status, protocol, text } = await deliver(name, { version });

    expect([status, protocol]).toEqual([200, version]);
    expect(text).toContain('Dossiernummer');
  });

  test('no certificate gives no access', async () => {
    const { status, text } = await deliver(undefined, { version });

    expect(status).toBe(403);
    expect(text).toMatch(/^toegang-geweigerd \(present\): Er is geen certificaat [^/]*$/);
  });

  test('a key that does not belong to the certificate ends the handshake', async () => {
    expect((await deliver('foreign-key', { version })).failure).toContain('alert decrypt error');
  });

  test.each(['g1', 'missing-intermediate'] as const)(
    'a session that is offered again is judged anew: %s',
    async (name) => {
      const first = await deliver(name, { version });
      const again = await deliver(name, { version, tls: { ...tlsOf(name), session: first.session } });

      expect(again.status).toBe(first.status);
      expect(again.isReused).toBe(false);
    },
  );

  test('a body above 64 KB arrives with a certificate', async () => {
    const { action, body } = deliveryOf(contract);
    const long = body.replace('</soap:Envelope>', `<!--${'x'.repeat(200_000)}--></soap:Envelope>`);

    expect(await deliver('g4', { version, action, body: long })).toMatchObject({ status: 200 });
  });
});

test.skipIf(spawnSync('openssl', ['version']).status !== 0)(
  'openssl is told which roots are accepted, and no others',
  async () => {
    const strict = await open({ tls: { accepts: ['g1', 'koop'] } });
    try {
      const asked = ['s_client', '-connect', new URL(strict.url).host, '-servername', 'localhost'];
      const talk = promisify(execFile)('openssl', asked);
      talk.child.stdin?.end();
      const { stdout } = await talk;

      const [, told = ''] = /Acceptable client certificate CA names\n([^]*?)\n(?:Requested|Client)/.exec(stdout) ?? [];
      expect(told.split('\n').map((name) => /CN = (.*)/.exec(name)?.[1])).toEqual([
        'TEST Staat der Nederlanden Private Root CA - G1',
        'TEST KOOP Aansluit CA',
      ]);
    } finally {
      await strict.close();
    }
  },
);

test('TLS 1.1 is refused', async () => {
  const tls = { ...tlsOf('g1'), ciphers: 'DEFAULT@SECLEVEL=0' };

  expect((await deliver('g1', { version: 'TLSv1.1', tls })).failure).toContain('alert protocol version');
});

test('what the door refused is remembered with the step that refused it', async () => {
  await deliver('no-oin');

  expect(mock.registry.list().at(-1)).toMatchObject({
    outcome: 'refused',
    httpStatus: 403,
    code: 'toegang-geweigerd',
    text: expect.stringMatching(/^oin-present: /) as string,
  });
});

test('the description gives the address that it was asked at, to who has a certificate', async () => {
  const [known, unknown] = await Promise.all(
    (['koop', undefined] as const).map((name) => say({ url: `${mock.url}?wsdl`, tls: tlsOf(name) })),
  );

  expect(known?.text).toContain(`location="${mock.url}"`);
  expect([known?.status, unknown?.status]).toEqual([200, 403]);
});

test('what was received is shown over plain HTTP, on a port of its own, and not beside the service', async () => {
  const { url, ok } = await fetch(mock.controlUrl);
  const beside = await say({ url: new URL('/_mock/', mock.url).href, tls: tlsOf('g1') });

  expect([url, ok]).toEqual([new URL('ontvangen', mock.controlUrl).href, true]);
  expect(beside.status).toBe(404);
  expect((await fetch(new URL('/elders', mock.controlUrl))).status).toBe(404);
});

test('a certificate under a root that is not accepted gives no access', async () => {
  const strict = await open({ tls: { accepts: ['g4'] } });
  try {
    expect((await deliver('g4', {}, strict)).status).toBe(200);
    expect((await deliver('g1', {}, strict)).text).toContain('(complete)');
  } finally {
    await strict.close();
  }
});

test('the certificate of the server is renewed while connections live on', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    const before = await deliver('g1', { agent });
    await mock.renewServerCertificate();
    const kept = await deliver('g1', { agent });
    const fresh = await deliver('g1');

    expect([before.status, kept.status, fresh.status]).toEqual([200, 200, 200]);
    expect(kept.serverFingerprint).toBe(before.serverFingerprint);
    expect(fresh.serverFingerprint).not.toBe(before.serverFingerprint);
  } finally {
    agent.destroy();
  }
});

describe('bodies (bevoegd gezag) by OIN', () => {
  const oin = '00000099000000012000';
  const mandates = { [oin]: [{ kind: 'gemeente', name: 'Woerden' }], '00000099000000013000': [] };

  test('a certificate delivers for those of its own OIN only', async () => {
    const strict = await open({ mandates, tls: { oin } });
    try {
      const own = await deliver('g1', {}, strict);
      const other = await deliver('g1', deliveryOf(contract, 'Utrecht'), strict);

      expect(own.status).toBe(200);
      expect(other.status).toBe(500);
      expect(other.text).toContain('De organisatie van het certificaat is niet gemachtigd');
    } finally {
      await strict.close();
    }
  });

  test('an OIN that nobody named delivers for none', async () => {
    const strict = await open({ mandates, tls: { oin: '00000099000000014000' } });
    try {
      expect((await deliver('g1', {}, strict)).status).toBe(500);
    } finally {
      await strict.close();
    }
  });
});

describe('the authority by certificate alone', () => {
  const oin = '00000099000000012000';
  const uses: Contract['uses'] = { ...contract.uses, authority: 'certificate', authorityKind: 'none' };
  const named = async (mandates: MockServerOptions['mandates']) => {
    const own = await open({ contract: { ...contract, uses }, mandates, tls: { oin } });
    try {
      const { status } = await deliver('g1', {}, own);
      return { status, authority: own.registry.list()[0]?.authority };
    } finally {
      await own.close();
    }
  };

  test('is the one body of its OIN, whatever an element says', async () => {
    const woerden = { [oin]: [{ kind: 'gemeente', name: 'Woerden' }] };
    expect(await named(woerden)).toMatchObject({ status: 200, authority: 'Woerden' });
  });

  test('is its organisation where nobody said for whom it may deliver', async () => {
    expect(await named(undefined)).toMatchObject({ status: 200, authority: 'TEST Gemeente Voorbeeldstad' });
  });
});

describe('in the manner of production', () => {
  test('the connection test is answered, and a delivery is refused and counted', async () => {
    const production = await open({ aliveOnly: true, tls: { accepts: ['g1', 'g4'] } });
    try {
      const alive = await say({ url: production.url, tls: tlsOf('g1', production), ...aliveOf(contract) });
      expect(alive.status).toBe(200);
      expect(production.registry.counts()).toMatchObject({ received: 0 });

      const delivery = await deliver('g1', {}, production);
      expect(delivery.status).toBe(403);
      expect(production.registry.counts()).toEqual({ received: 1, accepted: 0, refused: 1 });
      expect(production.registry.list()[0]).toMatchObject({ documentType: 'Melding', code: 'http-403' });
    } finally {
      await production.close();
    }
  });
});

test.each([
  ['say nothing', ''],
  ['begin to shake hands', Uint8Array.from([22, 3, 1, 2, 0, 1])],
])('connections that %s keep nobody out', async (_, bytes) => {
  const disperse = await openCrowd(mock.url, bytes);
  const { status } = await deliver('g1');
  disperse();

  expect(status).toBe(200);
});
