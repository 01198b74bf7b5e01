import type { AddressInfo, Socket } from 'node:net';
import { type ServerOptions, createServer } from 'node:https';
import { TLSSocket } from 'node:tls';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ClientOptions } from './client.ts';
import { systemClock } from './clock.ts';
import { ConfigurationError } from './configuration-error.ts';
import type { Exchange } from './exchange.ts';
import { type ServerCertificate, type ServerIssuer, openServerIssuer } from './pki/server-certificate.ts';
import { type ProxyPlan, type TestProxy, startProxy } from '../test/samples/proxy.ts';
import { answering, body, clientOf, closing, failureIn, listen, ok, responseIn, text } from '../test/samples/peer.ts';

let issuer: ServerIssuer;
let own: ServerCertificate;
beforeAll(async () => {
  const now = systemClock.now();
  issuer = await openServerIssuer(now);
  own = await issuer.issue(now);
});

const proxyWith = async (plan: ProxyPlan): Promise<TestProxy> => {
  const proxy = await startProxy(plan);
  closing.push(proxy.close);
  return proxy;
};

/** A server under TLS that says whether it was shown a certificate, and repeats the headers that it was sent. */
const secureServer = async (options: ServerOptions = {}): Promise<number> => {
  const server = createServer(
    { ...own, requestCert: true, rejectUnauthorized: false, ...options },
    (request, response) => {
      const shown = request.socket instanceof TLSSocket && request.socket.getPeerX509Certificate() !== undefined;
      response.end(JSON.stringify({ shown, headers: request.headers }));
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
};

const credentials = { username: 'kantoor', password: 'proxy-geheim' };
const basic = 'kantoor:proxy-geheim';

/** A client of `https://localhost` by way of a proxy that leads to this port of loopback. */
const clientThrough = ({ url }: TestProxy, more: Partial<ClientOptions> = {}) =>
  clientOf({
    url: 'https://localhost/',
    tls: { ca: [issuer.root], identity: own },
    proxy: { url, credentials, from: 'HTTPS_PROXY' },
    ...more,
  });

/** Begins an answer, and goes on with its headers for ever. */
const dripping = (socket: Socket): void => {
  socket.write('HTTP/1.1 200 OK\r\n');
  const timer = setInterval(() => {
    socket.write('X: y\r\n');
  }, 20);
  socket.on('close', () => {
    clearInterval(timer);
  });
};

/** Whether the server of an exchange was shown a certificate. */
const shownIn = (exchange: Exchange): boolean => text(responseIn(exchange).body).startsWith('{"shown":true');

describe('through a proxy', () => {
  test('goes mutual TLS, over a connection that is kept', async () => {
    const proxy = await proxyWith({ routes: { 'localhost:443': await secureServer() }, basic });
    const client = clientThrough(proxy);

    const exchanges = [await client.send({ body }), await client.send({ body })];

    const [first, second] = exchanges.map((one) => [shownIn(one), one.tls?.version, one.identity]);
    expect([first, second]).toEqual([
      [true, 'TLSv1.3', own.cert],
      [true, 'TLSv1.3', own.cert],
    ]);
    expect(proxy.asked).toEqual([
      {
        authority: 'localhost:443',
        headers: {
          host: 'localhost:443',
          'user-agent': '3pas-conformance',
          'proxy-authorization': `Basic ${Buffer.from(basic).toString('base64')}`,
        },
      },
    ]);
    expect(exchanges.map((one) => JSON.stringify(one.request) + text(responseIn(one).body)).join()).not.toMatch(
      /proxy-auth/i,
    );
  });

  test('goes a connection of its own, without a certificate', async () => {
    const proxy = await proxyWith({ routes: { 'localhost:443': await secureServer() }, basic });
    const client = clientThrough(proxy);

    const sent = await client.send({
      body,
      connection: { identity: 'none', versions: { min: 'TLSv1.2', max: 'TLSv1.2' } },
    });
    await client.send({ body });

    expect(shownIn(sent)).toBe(false);
    expect(sent.tls).toMatchObject({ version: 'TLSv1.2', resumed: false });
    expect(proxy.asked).toHaveLength(2);
  });

  test('goes plain HTTP, by CONNECT as well', async () => {
    const { port } = await listen(answering(ok('antwoord')));
    const proxy = await proxyWith({ routes: { '[2001:db8::7]:8080': port }, basic });

    const sent = await clientThrough(proxy, { url: 'http://[2001:db8::7]:8080/Dienst.svc' }).send({ body });

    expect(text(responseIn(sent).body)).toBe('antwoord');
    expect(proxy.asked[0]?.authority).toBe('[2001:db8::7]:8080');
  });

  test.each(['localhost', '127.0.0.1'])('that speaks TLS itself, at %s, goes TLS in TLS', async (host) => {
    const proxy = await proxyWith({ routes: { 'localhost:443': await secureServer() }, basic, tls: own });
    const url = `https://${host}:${String(proxy.port)}`;

    const sent = await clientThrough(proxy, { proxy: { url, credentials, from: 'HTTPS_PROXY' } }).send({ body });

    expect(shownIn(sent)).toBe(true);
  });
});

describe('a peer behind a proxy fails as it does without one', () => {
  const cut = 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<a>';

  const plainPeers: Readonly<Record<string, Parameters<typeof listen>[0]>> = {
    'hangs up': (socket) => socket.once('data', () => socket.destroy()),
    'hangs up with a reset': (socket) => socket.once('data', () => socket.resetAndDestroy()),
    'breaks its answer off': (socket) => socket.once('data', () => socket.end(cut)),
    'says nothing': () => undefined,
    'speaks no HTTP': (socket) => socket.once('data', () => socket.end('hallo\r\n\r\n')),
    'has no end of headers': (socket) =>
      socket.once('data', () => socket.write(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(40_000)}`)),
  };

  test.each(Object.keys(plainPeers))('when it %s', async (name) => {
    const { port } = await listen(plainPeers[name] ?? (() => undefined));
    const proxy = await proxyWith({ routes: { [`localhost:${String(port)}`]: port }, basic });
    const failing = async (more: Partial<ClientOptions>) => {
      const url = `http://localhost:${String(port)}/`;
      return failureIn(await clientThrough(proxy, { url, ...more }).send({ body })).kind;
    };

    expect(await failing({})).toEqual(await failing({ proxy: undefined }));
  });

  test.each([
    ['hangs up in the handshake', plainPeers['hangs up']],
    ['resets in the handshake', plainPeers['hangs up with a reset']],
    ['is silent in the handshake', plainPeers['says nothing']],
    ['speaks plain HTTP', answering(ok(''))],
  ] as const)('when it %s', async (_, talk) => {
    const { port } = await listen(talk ?? (() => undefined));
    const proxy = await proxyWith({ routes: { [`localhost:${String(port)}`]: port }, basic });
    const timeouts = { connectMs: 300, headersMs: 400, bodyMs: 400, totalMs: 5000 };
    const failing = async (more: Partial<ClientOptions>) => {
      const url = `https://localhost:${String(port)}/`;
      const { kind, code } = failureIn(await clientThrough(proxy, { url, timeouts, ...more }).send({ body }));
      return { kind, code };
    };

    expect(await failing({})).toEqual(await failing({ proxy: undefined }));
  });

  test.each<[string, string, Partial<ClientOptions>]>([
    ['has another name', 'eto.example.test', {}],
    ['is not trusted', 'localhost', { tls: {} }],
    ['is too old', 'localhost', { tls: { versions: { min: 'TLSv1', max: 'TLSv1.1' } } }],
  ])('when its certificate or version %s', async (_, host, more) => {
    const proxy = await proxyWith({
      routes: { [`${host}:443`]: await secureServer({ minVersion: 'TLSv1.2' }) },
      basic,
    });

    expect(failureIn(await clientThrough(proxy, { url: `https://${host}/`, ...more }).send({ body })).kind).toBe('tls');
  });
});

describe('a proxy that gives no way through', () => {
  const failing = async (plan: ProxyPlan, more: Partial<ClientOptions> = {}) =>
    failureIn(await clientThrough(await proxyWith(plan), more).send({ body }));

  const talking =
    (said: string | Uint8Array): NonNullable<ProxyPlan['talk']> =>
    (socket) =>
      socket.end(said);

  test.each<[string, ProxyPlan, string, string]>([
    ['wants other credentials', { basic: 'x:y' }, 'PROXY_407', 'Basic'],
    [
      'asks for what is no Basic',
      {
        talk: talking(
          'HTTP/1.1 407 Nee\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM, Digest realm="a, Basic b", nonce=x\r\n\r\n',
        ),
      },
      'PROXY_407',
      '407: Negotiate, NTLM, Digest)',
    ],
    [
      'refuses',
      { talk: talking('HTTP/1.1 403 Forbidden by policy\r\n\r\n<html>') },
      'PROXY_403',
      'Forbidden by policy',
    ],
    ['does not reach the endpoint', { basic }, 'PROXY_502', 'Bad Gateway'],
    ['sends elsewhere', { talk: talking('HTTP/1.1 302 Found\r\nLocation: /login\r\n\r\n') }, 'PROXY_302', 'Found'],
    ['only goes on', { talk: talking('HTTP/1.1 101 Switching\r\n\r\n') }, 'PROXY_101', ''],
    ['speaks no HTTP', { talk: talking('SSH-2.0-OpenSSH\r\n') }, 'PROXY_NOT_HTTP', ''],
    ['answers with bytes of TLS', { talk: talking(Buffer.from('15030300020228', 'hex')) }, 'PROXY_NOT_HTTP', ''],
    ['hangs up', { talk: (socket) => socket.destroy() }, 'PROXY_ECONNRESET', ''],
    ['answers half', { talk: talking('HTTP/1.1 200 OK\r\nX-') }, 'PROXY_ECONNRESET', ''],
    ['says nothing', { talk: () => undefined }, 'PROXY_TIMEOUT', ''],
    ['has no end of headers', { talk: dripping }, 'PROXY_TIMEOUT', ''],
    ['has huge headers', { talk: talking(`HTTP/1.1 200 OK\r\n${'X: y\r\n'.repeat(200_000)}`) }, 'PROXY_TOO_LARGE', ''],
    ['speaks before TLS', { talk: talking('HTTP/1.1 200 OK\r\n\r\nhallo') }, 'PROXY_EARLY_BYTES', ''],
    [
      'has control characters in its reason',
      { talk: talking(Buffer.from('HTTP/1.1 403 a\x1b[31m\tb\x9bc\r\n\r\n', 'latin1')) },
      'PROXY_403',
      '403: a [31m b c)',
    ],
    [
      'has a long reason',
      { talk: talking(`HTTP/1.1 403 ${'z'.repeat(9000)}\r\n\r\n`) },
      'PROXY_403',
      `${'z'.repeat(120)})`,
    ],
  ])('and %s', async (...[, plan, code, said]) => {
    const failure = await failing(plan);

    expect(failure).toMatchObject({ kind: 'proxy', code });
    expect(failure.message).toContain(said);
    expect(failure.message).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
  });

  test('and is not there is told by the code of the network', async () => {
    const proxy = await startProxy({});
    await proxy.close();

    expect(failureIn(await clientThrough(proxy).send({ body })).code).toBe('PROXY_ECONNREFUSED');
    const nowhere = { proxy: { url: 'http://proxy.invalid:3128', credentials, from: 'x' } };
    expect(failureIn(await clientThrough(proxy, nowhere).send({ body })).code).toMatch(
      /^PROXY_E(?:NOTFOUND|AI_AGAIN)$/,
    );
  });

  test('and speaks TLS that can not be trusted, or none, is told apart', async () => {
    const other = await (await openServerIssuer(systemClock.now())).issue(systemClock.now());
    const plain = await proxyWith({});
    const toPlain = { proxy: { url: plain.url.replace('http:', 'https:'), credentials, from: 'x' } };

    expect(await failing({ tls: other })).toMatchObject({
      code: 'PROXY_TLS',
      message: expect.stringContaining('UNABLE_TO_VERIFY') as string,
    });
    expect(failureIn(await clientThrough(plain, toPlain).send({ body }))).toMatchObject({ code: 'PROXY_TLS' });
  });

  test('and repeats the credentials gives none of them away', async () => {
    const pair = Buffer.from(basic).toString('base64');
    const answers = [
      `HTTP/1.1 403 ${basic} ${pair} proxy%2Dgeheim\r\n\r\n`,
      `HTTP/1.1 407 x\r\nProxy-Authenticate: proxy-geheim\r\nProxy-Authenticate: ${pair}\r\n\r\n`,
      `HTTP/1.1 403 ${'z'.repeat(110)} ${basic}\r\n\r\n`,
    ];

    for (const answer of answers) {
      const { message } = await failing({ talk: talking(answer) });
      expect(message).not.toMatch(new RegExp(`kantoor|geheim|${pair.slice(0, 8)}`));
    }
  });
});

test('an endpoint that knows the credentials for the proxy does not give them away either', async () => {
  const { port } = await listen(answering(ok(`hallo ${basic}`, 'X-Echo: proxy-geheim\r\n')));
  const proxy = await proxyWith({ routes: { 'localhost:80': port }, basic });

  const { headers, body: answer } = responseIn(await clientThrough(proxy, { url: 'http://localhost/' }).send({ body }));

  expect(headers['x-echo']).toBe('***');
  expect(text(answer)).toBe('hallo ***:***');
});

test.each([
  [{ username: '', password: 'geheim' }, 'The username is empty'],
  [{ username: 'a:b', password: 'geheim' }, 'The username has a colon'],
  [{ username: 'jan', password: 'abc' }, 'fewer than 4 characters'],
  [{ username: 'jan', password: 'ge\nheim' }, 'control character'],
])('credentials for a proxy that can not be used are refused with the name of what holds them', (wrong, said) => {
  const proxy = { url: 'http://127.0.0.1:1', credentials: wrong, from: 'HTTPS_PROXY' };
  const make = () => clientOf({ url: 'https://eto.example.test/', proxy });

  expect(make).toThrow(ConfigurationError);
  expect(make).toThrow(new RegExp(`HTTPS_PROXY: .*${said}`));
});
