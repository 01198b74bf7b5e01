import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MockServer, createMockServer } from '#endpoint/mock/server';
import { type TestProxy, startProxy } from '../samples/proxy.ts';
import { contract, sharedPki } from '../defects/shared.ts';
import { inProcess } from './in-process.ts';
import { scan } from './secret-scan.ts';
import { checksIn, eventsIn, exchangesIn, fileIn, problemsIn, temporaryFolder, threePas } from './three-pas.ts';

const host = 'eto.example.test';
const username = 'kantoor-Zonnebloem';
const password = 'p@ss/wóórd: 42%';

const folder = temporaryFolder();
let mock: MockServer;
let proxy: TestProxy;

/** An endpoint that no name leads to: only the proxy knows where it is. */
beforeAll(async () => {
  const pki = await sharedPki();
  mock = await createMockServer({ contract, today: '2026-11-23', tls: { pki }, hostNames: [host] });
  proxy = await startProxy({
    routes: { [`${host}:443`]: Number(new URL(mock.url).port) },
    basic: `${username}:${password}`,
  });
  const { cert, key } = pki.clients.koop;
  writeFileSync(join(folder, 'eigen.pem'), cert + key);
  writeFileSync(join(folder, 'roots.pem'), pki.serverRoots.join(''));
});
afterAll(() => Promise.all([mock.close(), proxy.close()]));

const profile = (more = ''): string => {
  const file = join(folder, 'profiel.yaml');
  writeFileSync(
    file,
    `profile: achter-een-proxy
title: t
phase: 2
endpoint: { url: 'https://${host}${new URL(mock.url).pathname}' }
certificate: { file: eigen.pem }
serverRoots: [roots.pem]
limits: { requestsPerSecond: 5, requests: 5000, accepted: 500 }
bevoegdGezag: [{ soort: gemeente, naam: Woerden }]
${more}`,
  );
  return file;
};

const variable = (): string =>
  proxy.url.replace('://', `://${encodeURIComponent(username)}:${encodeURIComponent(password)}@`);

test('a run goes through the proxy of the environment, with everything that it sends', async () => {
  const out = join(temporaryFolder(), 'out');
  const args = ['--profile', profile(), '--topic', 'tls,connection', '--document-type', 'Melding'];
  const { code, stdout, stderr } = await threePas(
    ['run', ...args, '--runs', '1', '--clock', '2026-11-23T10:00:00Z', '--reporter', 'junit', '--out', out],
    { HTTPS_PROXY: variable(), NO_PROXY: 'localhost,127.0.0.1' },
  );

  const said = (step: string) =>
    eventsIn(out)
      .flatMap((event) => (event.type === 'diagnosed' ? event.steps : []))
      .find((one) => one.step === step);
  expect({ code, problems: problemsIn(out) }).toEqual({ code: 0, problems: [] });
  expect(eventsIn(out)[0]).toMatchObject({ type: 'run-started', proxy: proxy.url });
  expect(said('proxy')?.said?.en).toBe(`${proxy.url} (HTTPS_PROXY) connects to ${host}:443`);
  expect(said('tls')?.outcome).toBe('well');
  expect(checksIn(out).filter(({ verdict }) => verdict === 'passed').length).toBeGreaterThan(4);
  expect(exchangesIn(out).filter(({ answer }) => answer === 'accepted').length).toBeGreaterThan(1);
  expect(new Set(proxy.asked.map(({ authority: asked }) => asked))).toEqual(new Set([`${host}:443`]));
  expect(scan(out, { stdout, stderr, run: fileIn(out, 'run.json') }, { username, password })).toEqual([]);
});

test('the doctor goes through the proxy of the profile, before that of the environment', async () => {
  const keys = 'proxy: { url: { env: P }, username: { env: N }, password: { env: W } }';
  const { code, stdout } = await inProcess(['doctor', '--profile', profile(keys), '--lang', 'nl'], {
    ...{ P: proxy.url, N: username, W: password },
    ...{ HTTPS_PROXY: 'http://127.0.0.1:9', NO_PROXY: '*' },
  });

  expect(code).toBe(0);
  expect(stdout).toContain(`✓ Proxy                   ${proxy.url} (proxy.url (P)) verbindt met ${host}:443\n✓ TLS`);
});
