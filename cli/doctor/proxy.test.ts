import type { Socket } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ProxyPlan, startProxy } from '../../test/samples/proxy.ts';
import { closing } from '../../test/samples/peer.ts';
import type { CauseId } from './causes.ts';
import { proxyCause, proxyHostCause, proxyPortCause } from './proxy-causes.ts';
import { doctorOn, fileWith } from '../../test/samples/doctor.ts';
import { type Made, authority, leaf, listenTls } from '../../test/samples/tls-server.ts';

let root: Made;
beforeAll(async () => {
  root = await authority('TEST root');
});

const profile = () => ({
  endpoint: { url: 'https://eto.example.test/Dienst.svc' },
  serverRoots: [fileWith(root.pem, 'root.pem')],
  limits: { requestsPerSecond: 5, requests: 100, timeoutMs: 1000 },
});

/** What the doctor says of an endpoint behind a proxy that HTTPS_PROXY names, with `user` in it. */
const behind = async (plan: ProxyPlan, user = '') => {
  const proxy = await startProxy(plan);
  closing.push(proxy.close);
  const HTTPS_PROXY = proxy.url.replace('://', `://${user}`);
  return doctorOn({ profile: profile(), environment: { HTTPS_PROXY } });
};

const saying =
  (text: string) =>
  (socket: Socket): void => {
    socket.end(text);
  };

describe('what a proxy stands in the way with is named, with exit code 3', () => {
  test.each<[string, CauseId, ProxyPlan, { user?: string; shown?: string }]>([
    ['credentials that it asks for', 'proxy-credentials-missing', { basic: 'jan:geheim' }, {}],
    ['credentials that are wrong', 'proxy-credentials-refused', { basic: 'jan:geheim' }, { user: 'jan:verkeerd@' }],
    [
      'a scheme that is not Basic',
      'proxy-scheme',
      { talk: saying('HTTP/1.1 407 Nee\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\n\r\n') },
      { user: 'jan:geheim@', shown: 'Negotiate, NTLM' },
    ],
    ['a refusal', 'proxy-refuses', { talk: saying('HTTP/1.1 403 Forbidden\r\n\r\n') }, { shown: 'HTTP 403 Forbidden' }],
    ['an endpoint that it does not reach', 'proxy-gateway', {}, { shown: 'HTTP 502 Bad Gateway' }],
    ['silence', 'proxy-silent', { talk: () => undefined }, {}],
    ['another protocol', 'proxy-not-http', { talk: saying('220 mail.example ESMTP\r\n') }, {}],
  ])('%s', async (...[, id, plan, { user, shown = 'HTTPS_PROXY' }]) => {
    const found = await behind(plan, user);

    expect(found).toMatchObject({
      id,
      code: 3,
      steps: { dns: 'not-applicable', tcp: 'well', proxy: 'cause', tls: 'not-done' },
    });
    expect(found.said).toContain(shown);
    expect(found.said).not.toMatch(/geheim|verkeerd/);
  });

  test('a port where nothing listens, which is that of the proxy', async () => {
    const environment = { https_proxy: 'http://127.0.0.1:9' };

    const found = await doctorOn({ profile: profile(), environment });

    expect(found).toMatchObject({ id: 'proxy-port-refused', code: 3, steps: { tcp: 'cause' } });
    expect(found.said).toContain('127.0.0.1:9');
    expect(found.said).toContain('https_proxy');
  });

  test('a host name that does not exist, which is that of the proxy', async () => {
    const own = { ...profile(), proxy: { url: 'http://proxy.invalid:3128' } };

    const found = await doctorOn({ profile: own });

    expect(found).toMatchObject({ id: 'proxy-host-unknown', code: 3, steps: { dns: 'cause' } });
    expect(found.said).toContain('proxy.url');
  });
});

describe('behind a proxy that lets through', () => {
  const server = async (by: Made, name: string) => ({
    routes: { 'eto.example.test:443': await listenTls(await leaf(by, { name })) },
  });

  test('the server is looked at as it is without one', async () => {
    expect(await behind(await server(root, 'eto.example.test'))).toMatchObject({
      id: 'no-answer',
      steps: { tcp: 'well', proxy: 'well', tls: 'well', 'server-chain': 'well', 'host-name': 'well' },
    });
    expect((await behind(await server(root, 'ander.example'))).id).toBe('server-name');
  });

  test('TLS that is opened is named by who opens it', async () => {
    const found = await behind(await server(await authority('Zscaler Root CA'), 'eto.example.test'));

    expect(found).toMatchObject({ id: 'proxy-intercepts', code: 3, steps: { 'server-chain': 'cause' } });
  });
});

test.each(['socks5://jan:geheim@proxy.invalid', 'http://jan:abc@proxy.invalid'])(
  'HTTPS_PROXY that is %j is a variable with a wrong value, exit code 2',
  async (HTTPS_PROXY) => {
    const found = await doctorOn({ profile: profile(), environment: { HTTPS_PROXY } });

    expect(found).toMatchObject({ id: 'variable-wrong', code: 2, steps: { variables: 'cause' } });
    expect(found.said).toContain('HTTPS_PROXY');
    expect(found.said).not.toMatch(/geheim|abc/);
  },
);

test('what loopback can not do', () => {
  const proxy = { url: 'http://proxy.example', credentials: undefined, from: 'HTTPS_PROXY' };

  expect([
    proxyHostCause(proxy, { kind: 'late' })?.details,
    proxyPortCause(proxy, { kind: 'late' })?.id,
    proxyPortCause(proxy, { kind: 'failed', code: 'EHOSTUNREACH' })?.details,
  ]).toEqual([
    ['proxy.example', 'HTTPS_PROXY', 'timeout'],
    'proxy-unreachable',
    ['proxy.example:80', 'HTTPS_PROXY', 'EHOSTUNREACH'],
  ]);
});

test.each([
  ['PROXY_407', '', 'proxy-credentials-missing'],
  ['PROXY_407', 'Digest, basic', 'proxy-credentials-missing'],
  ['PROXY_407', 'Digest', 'proxy-scheme'],
  ['PROXY_302', 'Found', 'proxy-refuses'],
  ['PROXY_500', 'Oops', 'proxy-refuses'],
  ['PROXY_503', '', 'proxy-gateway'],
  ['PROXY_504', '', 'proxy-gateway'],
  ['PROXY_TIMEOUT', '', 'proxy-silent'],
  ['PROXY_TLS', 'ERR_SSL_WRONG_VERSION_NUMBER', 'proxy-tls'],
  ['PROXY_TOO_LARGE', '', 'proxy-not-http'],
  ['PROXY_EARLY_BYTES', '', 'proxy-not-http'],
  ['PROXY_ENOTFOUND', '', 'proxy-host-unknown'],
  ['PROXY_EAI_AGAIN', '', 'proxy-host-unknown'],
  ['PROXY_ECONNREFUSED', '', 'proxy-port-refused'],
  ['PROXY_ECONNRESET', '', 'proxy-hangs-up'],
  ['PROXY_ENETUNREACH', '', 'proxy-unreachable'],
])('%s with %j is %s', (code, said, id) => {
  const proxy = { url: 'http://proxy.example', credentials: undefined, from: 'HTTPS_PROXY' };

  expect(proxyCause(proxy, code, said).id).toBe(id);
});
