import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Exchange, InboundEnd } from '#contract/wire/exchange';
import { systemClock } from '../clock.ts';
import { createTestPki, type TestPki } from '../pki/test-pki.ts';
import { type HttpResponse, plainText } from './http-message.ts';
import { type HttpServer, serveHttp } from './http-server.ts';

interface Kept {
  readonly exchange: Exchange;
  readonly end: Promise<InboundEnd>;
}

const kept: Kept[] = [];
const waiting: ((one: Kept) => void)[] = [];

/** The next exchange that is recorded. */
const next = (): Promise<Kept> => {
  const one = kept.shift();
  return one === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(one);
};

const record = (exchange: Exchange) => {
  const { promise, resolve } = Promise.withResolvers<InboundEnd>();
  const one = { exchange, end: promise };
  const asks = waiting.shift();
  if (asks === undefined) kept.push(one);
  else asks(one);
  return resolve;
};

const answers: Readonly<Record<string, () => HttpResponse>> = {
  '/before': () => ({ ...plainText(200, 'x'), broken: 'before' }),
  '/half-way': () => ({ ...plainText(200, '1234567'), broken: 'half-way' }),
  '/large': () => plainText(200, 'x'.repeat(20_000_000)),
  '/error': () => {
    throw new Error('a bug');
  },
};

const options = {
  port: 0,
  bodyBytes: 1000,
  onError: () => undefined,
  recording: { record, credentialHeaders: ['X-Key'] },
};
/** Answers what is held; a test sets it. */
let release: () => void = () => undefined;
const handler = (request: { readonly target: string; readonly tooLarge: boolean }) =>
  new Promise<HttpResponse>((resolve) => {
    if (request.target === '/held')
      return void (release = () => {
        resolve(plainText(200, 'well'));
      });
    resolve(request.tooLarge ? plainText(413, 'too large') : (answers[request.target]?.() ?? plainText(200, 'well')));
  });

let plain: HttpServer;
let secure: HttpServer;
let pki: TestPki;
beforeAll(async () => {
  plain = await serveHttp(handler, options);
  pki = await createTestPki({ now: systemClock.now, oin: undefined });
  const tls = {
    ...(await pki.issueServer([])),
    ca: [pki.clientRoots.g1],
    minVersion: 'TLSv1.2',
    maxVersion: 'TLSv1.3',
  } as const;
  secure = await serveHttp(handler, { ...options, tls });
});
afterAll(async () => {
  await Promise.all([plain.close(), secure.close()]);
  await pki.close();
});

/** Sends bytes as they are; then the server ends the connection, or this side does: at once, or with a reset at the first bytes of an answer. */
const say = async (bytes: string, then: 'wait' | 'end' | 'reset' = 'wait'): Promise<string> => {
  const socket = connect(plain.port, '127.0.0.1');
  const heard = listen(socket);
  await once(socket, 'connect');
  if (then === 'end') socket.end(bytes);
  else socket.write(bytes);
  if (then === 'reset') socket.once('data', () => socket.resetAndDestroy());
  return heard;
};

const listen = (socket: Socket): Promise<string> => {
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  socket.on('error', () => undefined);
  return new Promise((resolve) => {
    socket.on('close', () => {
      resolve(text);
    });
  });
};

const post = (target: string, body: string, headers = ''): string =>
  `POST ${target} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n${headers}Content-Length: ${String(body.length)}\r\n\r\n${body}`;

const half = post('/', 'abc').slice(0, -1);
const expecting = post('/', 'abc', 'Expect: 100-continue\r\n').slice(0, -1);
const misframed = post('/', '').replace('Content-Length: 0', 'Transfer-Encoding: chunked') + 'zz\r\n';

interface Ending {
  readonly bytes: string;
  readonly then?: 'end' | 'reset';
  /** Its outcome, with the status of the answer or the kind of failure. */
  readonly fate: readonly [string, number | string];
}

const fateOf = async (): Promise<readonly [string, number | string]> => {
  const { exchange, end } = await next();
  const { outcome } = exchange;
  return [(await end).fate, 'response' in outcome ? outcome.response.status : outcome.failure.kind];
};

describe('a record of what comes in', () => {
  test('holds bytes, headers as sent, addresses and times, and is there before the answer', async () => {
    const heard = say(post('/dienst?x=%20', 'inhoud', 'SOAPAction: een\r\nsoapaction: "twee"\r\n'));
    const { exchange, end } = await next();

    expect(await heard).toMatch(/^HTTP\/1\.1 200 OK[^]*well\n$/);
    expect(await end).toEqual({ fate: 'answered', reason: '', durationMs: expect.any(Number) as number });
    expect(exchange).toMatchObject({
      request: { method: 'POST', url: `http://127.0.0.1:${String(plain.port)}/dienst?x=%20` },
      outcome: { response: { status: 200, body: Buffer.from('well\n') } },
      inbound: { peer: '127.0.0.1', target: '/dienst?x=%20', httpVersion: '1.1', bodyBytes: 6 },
    });
    expect(Buffer.from(exchange.request.body).toString()).toBe('inhoud');
    expect(exchange.inbound?.rawHeaders.filter(([name]) => /^soapaction$/i.test(name))).toEqual([
      ['SOAPAction', 'een'],
      ['soapaction', '"twee"'],
    ]);
    expect(exchange.startedAt).toBeGreaterThan(1_700_000_000_000);
  });

  test('holds no credentials', async () => {
    const token = '<w:UsernameToken><w:Password>geheim</w:Password></w:UsernameToken>';
    await say(
      post(
        '/',
        token,
        'Authorization: Basic Z2VoZWlt\r\nx-key: geheim\r\nCookie: geheim\r\nX-Sessie-Token: geheim\r\n',
      ),
    );
    const { exchange } = await next();
    const text = JSON.stringify(exchange) + Buffer.from(exchange.request.body).toString();

    expect(text).not.toMatch(/geheim|Z2VoZWlt/);
    expect(exchange.request.headers).toMatchObject({ authorization: 'Basic ***', 'x-key': '***', cookie: '***' });
    expect(exchange.inbound?.bodyBytes).toBe(token.length);
  });

  test('counts the connections, each with as many exchanges as it had', async () => {
    const keep = post('/', '').replace('Connection: close\r\n', '');
    await say(keep + post('/', ''));
    const numbers = [(await next()).exchange, (await next()).exchange].map(({ inbound }) => inbound?.connection);

    expect(numbers[0]).toBe(numbers[1]);
  });

  const ends: Readonly<Record<string, Ending>> = {
    'an answer is not made': { bytes: post('/error', ''), fate: ['server-failed', 500] },
    'an answer is withheld': { bytes: post('/before', ''), fate: ['answer-withheld', 'reset'] },
    'an answer is broken off on purpose': { bytes: post('/half-way', ''), fate: ['answer-withheld', 'truncated'] },
    'an answer is not taken': { bytes: post('/large', ''), then: 'reset', fate: ['answer-not-taken', 200] },
    'a body is too large': { bytes: post('/', 'x'.repeat(2000)), fate: ['request-too-large', 413] },
    'a head is too large': { bytes: post('/', '', `X: ${'x'.repeat(20_000)}\r\n`), fate: ['request-too-large', 431] },
    'a body breaks off': { bytes: half, then: 'end', fate: ['request-broken-off', 400] },
    'a body breaks off with a reset': { bytes: expecting, then: 'reset', fate: ['request-broken-off', 'reset'] },
    'a head breaks off': { bytes: 'POST / HTTP/1.1\r\nHost: h', then: 'end', fate: ['request-broken-off', 400] },
    'a chunk is none': { bytes: misframed, fate: ['not-http', 400] },
    'it is no HTTP': { bytes: '\u0016\u0003\u0001\u0002\u0000\u0001', fate: ['not-http', 400] },
    'it is HTTP of another version': { bytes: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', fate: ['not-http', 505] },
    'it is of a protocol that looks alike': { bytes: 'POST / RTSP/1.0\r\nHost: h\r\n\r\n', fate: ['not-http', 400] },
    'it asks for a tunnel': { bytes: 'CONNECT h:80 HTTP/1.1\r\nHost: h:80\r\n\r\n', fate: ['answered', 405] },
    'it expects what is not known': { bytes: post('/', '', 'Expect: x\r\n'), fate: ['request-broken-off', 417] },
  };

  test.each(Object.entries(ends))('tells that %s', async (_, { bytes, then, fate }) => {
    const heard = say(bytes, then);

    expect(await fateOf()).toEqual(fate);
    await heard;
    expect(kept).toEqual([]);
  });

  test('keeps the beginning of what is no request, and how much there was', async () => {
    await say(`no HTTP ${'x'.repeat(10_000)}`);
    const { request, inbound } = (await next()).exchange;

    expect({ method: request.method, begins: Buffer.from(request.body.subarray(0, 9)).toString() }).toEqual({
      method: '',
      begins: 'no HTTP x',
    });
    expect(request.body.length).toBeLessThan(5000);
    expect(inbound?.bodyBytes).toBe(10_008);
  });

  test('keeps a protocol that looks alike as it was sent', async () => {
    const heard = await say('POST / ICE/1.0\r\n\r\n');

    expect(heard).toMatch(/^HTTP\/1\.1 400 [^]*is in ICE;/);
    expect(Buffer.from((await next()).exchange.request.body).toString()).toBe('POST / ICE/1.0\r\n\r\n');
  });

  test('keeps of a body that breaks off what arrived', async () => {
    await say(post('/', 'abcdef').slice(0, -3), 'end');

    expect(Buffer.from((await next()).exchange.request.body).toString()).toBe('abc');
  });

  test('holds the path of a target in absolute form, and the target as it was sent', async () => {
    const target = 'HTTP://elders.example:80/dienst?x=1';
    await say(post(target, ''));
    const { request, inbound } = (await next()).exchange;

    expect([request.url, inbound?.target]).toEqual([`http://127.0.0.1:${String(plain.port)}/dienst?x=1`, target]);
  });

  test.each(['', 'een vraag'])('tells that a client which closed its half was answered, body %j', async (body) => {
    const heard = await say(post('/', body).replace('Connection: close\r\n', ''), 'end');

    expect(await fateOf()).toEqual(['answered', 200]);
    expect(heard).toMatch(/well\n$/);
  });

  test('tells when a client closed its half before its answer, and nothing of one that did not', async () => {
    const heard = say(post('/held', 'x').replace('Connection: close\r\n', ''), 'end');
    for (const _ of ['one', 'another']) {
      await say(post('/', ''));
      expect(await (await next()).end).not.toHaveProperty('halfClosedMs');
    }
    release();

    expect(await heard).toMatch(/well\n$/);
    expect(await (await next()).end).toMatchObject({ fate: 'answered', halfClosedMs: expect.any(Number) as number });
  });

  test('leaves out connections that sent nothing', async () => {
    await say('', 'end');
    await say(post('/', ''));

    expect(await fateOf()).toEqual(['answered', 200]);
    expect(kept).toEqual([]);
  });
});

describe('a record of what comes in over TLS', () => {
  const shake = async (more: ConnectionOptions, bytes = ''): Promise<string> => {
    const socket = connectTls({
      port: secure.port,
      host: '127.0.0.1',
      servername: 'localhost',
      ca: [...pki.serverRoots],
      ...more,
    });
    if (bytes !== '') socket.write(bytes);
    return listen(socket);
  };

  test('has version, cipher and the certificates of the client, leaf first', async () => {
    const { cert, key } = pki.clients.g1;
    await shake({ cert, key }, post('/', ''));
    const { exchange } = await next();

    expect(exchange.tls).toEqual({
      version: 'TLSv1.3',
      cipher: expect.stringMatching(/^TLS_/) as string,
      resumed: false,
    });
    expect(exchange.identity?.startsWith(cert.slice(0, 200))).toBe(true);
    expect(exchange.request.url).toMatch(/^https:/);
  });

  test('tells that a client which closed its half was answered', async () => {
    const socket = connectTls({
      port: secure.port,
      host: '127.0.0.1',
      servername: 'localhost',
      ca: [...pki.serverRoots],
    });
    const heard = listen(socket);
    socket.end(post('/', 'x').replace('Connection: close\r\n', ''));

    expect(await fateOf()).toEqual(['answered', 200]);
    expect(await heard).toMatch(/well\n$/);
  });

  test('has no certificate where none was shown', async () => {
    await shake({}, post('/', ''));

    expect((await next()).exchange).toMatchObject({ tls: { version: 'TLSv1.3' }, identity: undefined });
  });

  test.each<[string, ConnectionOptions]>([
    ['does not trust this server', { ca: [] }],
    ['speaks an old version', { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }],
  ])('tells of a client that %s', async (_, more) => {
    await shake(more);

    expect(await fateOf()).toEqual(['handshake-failed', 'tls']);
  });

  test('tells of a client that speaks no TLS', async () => {
    const socket = connect(secure.port, '127.0.0.1');
    socket.write(post('/', ''));
    await listen(socket);
    const { exchange, end } = await next();

    expect([exchange.inbound?.peer, (await end).fate]).toEqual(['127.0.0.1', 'handshake-failed']);
    expect(exchange.request.url).toBe(`https://127.0.0.1:${String(secure.port)}/`);
    expect((await end).reason).toMatch(/http request/);
  });
});
