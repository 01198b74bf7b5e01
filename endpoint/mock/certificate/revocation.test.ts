import 'reflect-metadata';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AuthorityInfoAccessExtension } from '@peculiar/x509';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../clock.ts';
import type { ClientName } from '../../pki/client-certificates.ts';
import { createTestPki, type TestPki } from '../../pki/test-pki.ts';
import { createClientJudge, judgeClient, type ClientVerdict } from './judge-client.ts';
import { createRevocation, type Get, getFromLoopback } from './revocation.ts';
import { certificateSteps } from './steps.ts';

let pki: TestPki;
const now = systemClock.now();
const day = 24 * 60 * 60 * 1000;
beforeAll(async () => {
  pki = await createTestPki({ now: () => now });
});
afterAll(() => pki.close());

const chainOf = (name: ClientName): readonly Uint8Array[] =>
  (pki.clients[name].cert.match(/(?<=BEGIN CERTIFICATE-----)[^-]+/g) ?? []).map((one) => Buffer.from(one, 'base64'));

/** The verdict of a judge who hears of revocation in another way. */
const verdict = (name: ClientName, get: Get, at = now): Promise<ClientVerdict> => {
  const judge = createClientJudge({ test: Object.values(pki.clientRoots), own: [] }, createRevocation(get));
  return judgeClient(judge, certificateSteps, { chain: chainOf(name), now: at });
};

const stepOf = (one: ClientVerdict): string => (one.kind === 'refused' ? one.step : 'let in');

const isList = (url: string): boolean => url.endsWith('.crl');

describe('who can not be asked gives no access', () => {
  test.each([
    ['list', 'crl', isList],
    ['responder', 'ocsp', (url: string) => !isList(url)],
  ])('%s', async (_, step, isGone) => {
    const one = await verdict('g1', (url, body) =>
      isGone(url) ? Promise.reject(new Error('it is gone')) : getFromLoopback(url, body),
    );

    expect(one).toMatchObject({ kind: 'refused', step, text: { en: expect.stringContaining('it is gone') as string } });
  });
});

describe('what is no answer of the issuer, of now, about this certificate gives no access', () => {
  test.each<[string, string, (url: string) => string]>([
    ['a list of another CA', 'crl', (url) => url.replace('g1-2.crl', 'g1-1.crl')],
    ['a list of a CA of the same name with another key', 'crl', (url) => url.replace('g1-2.crl', 'twin-2.crl')],
    ['an answer of another CA', 'ocsp', (url) => url.replace('ocsp/g1-2', 'ocsp/g4-2')],
    ['an answer of a CA of the same name with another key', 'ocsp', (url) => url.replace('ocsp/g1-2', 'ocsp/twin-2')],
  ])('%s', async (_, step, instead) => {
    expect(stepOf(await verdict('g1', (url, body) => getFromLoopback(instead(url), body)))).toBe(step);
  });

  test.each([
    ['that is over', now + 2 * day],
    ['that is to come', now - day],
  ])('an answer %s', async (_, at) => {
    const judge = createClientJudge({ test: Object.values(pki.clientRoots), own: [] }, createRevocation());
    const always = { ...certificateSteps, begun: () => undefined };

    expect(stepOf(await judgeClient(judge, always, { chain: chainOf('g1'), now: at }))).toBe('crl');
    const heard = await judgeClient(judge, { ...always, crl: () => undefined }, { chain: chainOf('g1'), now: at });
    expect(stepOf(heard)).toBe('ocsp');
  });

  test.each<[string, (url: string) => boolean]>([
    ['crl', isList],
    ['ocsp', (url) => !isList(url)],
  ])('an answer whose signature was changed: %s', async (step, isChanged) => {
    const one = await verdict('g4', async (url, body) => {
      const bytes = await getFromLoopback(url, body);
      // The signature is what both end with.
      return isChanged(url) ? bytes.with(-1, (bytes.at(-1) ?? 0) ^ 1) : bytes;
    });

    expect(one).toMatchObject({ step, text: { en: expect.stringContaining('not signed by the issuer') as string } });
  });

  test('bytes that are no answer', async () => {
    expect(stepOf(await verdict('g4', () => Promise.resolve(new Uint8Array([1, 2, 3]))))).toBe('crl');
  });
});

test('what was heard is kept for a while, and what was not is asked again', async () => {
  let asked = 0;
  let isGone = true;
  const judge = createClientJudge(
    { test: Object.values(pki.clientRoots), own: [] },
    createRevocation((url, body) => {
      asked += 1;
      return isGone ? Promise.reject(new Error('it is gone')) : getFromLoopback(url, body);
    }),
  );
  const ask = (at: number) => judgeClient(judge, certificateSteps, { chain: chainOf('koop'), now: at });

  expect(stepOf(await ask(now))).toBe('crl');
  isGone = false;
  expect(stepOf(await ask(now))).toBe('let in');
  const before = asked;
  expect(stepOf(await ask(now + 1000))).toBe('let in');
  expect(asked).toBe(before);
  await ask(now + 120_000);
  expect(asked).toBe(before + 2);
});

test('nobody is called for a chain that no accepted root vouches for', async () => {
  const asked: string[] = [];
  const judge = createClientJudge(
    { test: Object.values(pki.clientRoots), own: [] },
    createRevocation((url) => {
      asked.push(url);
      return Promise.reject(new Error('nobody asked'));
    }),
  );
  const lenient = { ...certificateSteps, root: () => undefined, complete: () => undefined };

  for (const name of ['wrong-root', 'missing-intermediate'] as const)
    expect(stepOf(await judgeClient(judge, lenient, { chain: chainOf(name), now }))).toBe('let in');
  expect(asked).toEqual([]);
});

test('nobody is called for a chain under a root of one’s own, which is let in', async () => {
  const ask = (own: readonly string[]) => {
    const judge = createClientJudge(
      { test: [], own },
      createRevocation(() => Promise.reject(new Error('nobody asked'))),
    );
    return judgeClient(judge, certificateSteps, { chain: chainOf('g1'), now });
  };

  expect(await ask([pki.clientRoots.g1])).toMatchObject({ kind: 'let-in', oin: pki.oin });
  expect(stepOf(await ask([pki.clientRoots.g4]))).toBe('complete');
});

describe('only this machine is called', () => {
  test.each(['http://example.org/crl', 'https://127.0.0.1/crl', 'ldap://127.0.0.1/crl', 'file:///etc/passwd'])(
    '%s is not',
    async (url) => {
      await expect(getFromLoopback(url)).rejects.toThrow('is not on this machine');
    },
  );

  test('a detour is not followed', async () => {
    const server = createServer((_, response) => response.writeHead(302, { location: 'http://example.org/' }).end());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    try {
      await expect(getFromLoopback(`http://127.0.0.1:${String(port)}/`)).rejects.toThrow();
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

test('the responder answers a GET as it answers a POST, and what it does not understand it says', async () => {
  const requests: Uint8Array[] = [];
  await verdict('g1', (url, body) => {
    if (body !== undefined) requests.push(body);
    return getFromLoopback(url, body);
  });
  const url = new (await import('@peculiar/x509')).X509Certificate(pki.clients.g1.cert).getExtension(
    AuthorityInfoAccessExtension,
  )?.ocsp[0]?.value;
  const got = await fetch(`${url ?? ''}/${encodeURIComponent(Buffer.from(requests[0] ?? []).toString('base64'))}`);
  const [posted, malformed] = await Promise.all([
    getFromLoopback(url ?? '', new Uint8Array(requests[0] ?? [])),
    getFromLoopback(url ?? '', new Uint8Array([1])),
  ]);

  expect(Buffer.from(await got.arrayBuffer()).equals(posted)).toBe(true);
  // OCSPResponse with responseStatus malformedRequest (1) alone.
  expect([...malformed]).toEqual([0x30, 3, 0x0a, 1, 1]);
});
