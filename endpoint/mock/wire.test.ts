import { once } from 'node:events';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { aliveOf } from '../../test/samples/sender.ts';
import { createMockServer, type MockServer } from './server.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const { action, body } = aliveOf(contract);

let mock: MockServer;
let path: string;
beforeAll(async () => {
  mock = await createMockServer({ contract, username: 'proef' });
  path = new URL(mock.url).pathname;
});
afterAll(() => mock.close());

/** Sends bytes as they are, closes this half if asked to, and returns all that comes until the other side ends. */
const say = async (bytes: string, isEnd = false): Promise<string> => {
  const socket = connect(Number(new URL(mock.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  let heard = '';
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')));
  await once(socket, 'connect');
  if (isEnd) socket.end(bytes, 'latin1');
  else socket.write(bytes, 'latin1');
  await once(socket, 'close');
  return heard;
};

/** The statuses of the answers, in their order. */
const statuses = (heard: string): readonly number[] =>
  [...heard.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));

interface Sent {
  readonly start?: string;
  readonly host?: string;
  /** Lines besides those that each request has. */
  readonly lines?: readonly string[];
  /** How the body is told of. */
  readonly framing?: readonly string[];
  readonly body?: string;
  readonly eol?: string;
}

const length = `Content-Length: ${String(body.length)}`;
const chunked = ['Transfer-Encoding: chunked'];
const chunks = (size = body.length.toString(16), end = '0\r\n\r\n'): string => `${size}\r\n${body}\r\n${end}`;

const message = (sent: Sent = {}): string => {
  const {
    start = `POST ${path} HTTP/1.1`,
    host = 'Host: localhost',
    lines = [],
    framing = [length],
    eol = '\r\n',
  } = sent;
  const own = [
    `Authorization: Basic ${Buffer.from('proef:x').toString('base64')}`,
    'Content-Type: text/xml; charset=utf-8',
    `SOAPAction: "${action}"`,
    'Connection: close',
  ];
  const head = [start, ...(host === '' ? [] : [host]), ...own, ...lines, ...framing, '', ''];
  return head.join(eol) + (sent.body ?? body);
};

const get = (target: string, sent: Sent = {}, method = 'GET'): string =>
  message({ start: `${method} ${target} HTTP/1.1`, framing: [], body: '', ...sent });

describe('what is right is answered', () => {
  test.each<[string, () => string]>([
    ['a length', () => message()],
    ['names in capitals', () => message().replace(/^[\w-]+:/gm, (name) => name.toUpperCase())],
    [
      'names in small letters, without a space behind',
      () => message().replace(/^[\w-]+: /gm, (name) => name.toLowerCase().trim()),
    ],
    ['tabs and spaces around a value', () => message({ framing: [`Content-Length: \t ${String(body.length)} \t`] })],
    ['an empty line before the request', () => `\r\n${message()}`],
    ['chunks', () => message({ framing: chunked, body: chunks() })],
    ['chunks, in capitals', () => message({ framing: ['Transfer-Encoding: CHUNKED'], body: chunks() })],
    [
      'extensions of a chunk',
      () => message({ framing: chunked, body: chunks(`${body.length.toString(16)};a=b;c="d e";f`, '0;last\r\n\r\n') }),
    ],
    [
      'trailers',
      () =>
        message({
          framing: [...chunked, 'Trailer: X-Sum'],
          body: chunks(undefined, '0\r\nX-Sum: abc\r\nX-Host: evil.example\r\n\r\n'),
        }),
    ],
    [
      'noughts before the size of a chunk',
      () => message({ framing: chunked, body: chunks(`000${body.length.toString(16).toUpperCase()}`) }),
    ],
    [
      'a chunk a byte',
      () => message({ framing: chunked, body: `${[...body].map((one) => `1\r\n${one}\r\n`).join('')}0\r\n\r\n` }),
    ],
    ['an upgrade that nobody needs to follow', () => message({ lines: ['Upgrade: h2c'] })],
    ['a target in absolute form', () => message({ start: `POST http://127.0.0.1${path} HTTP/1.1` })],
    [
      'one that goes before the host',
      () => message({ start: `POST HTTP://LOCALHOST:1${path} HTTP/1.1`, host: 'Host: evil.example' }),
    ],
    ['one beside an empty host', () => message({ start: `POST http://localhost${path} HTTP/1.1`, host: 'Host:' })],
    ['HTTP/1.0', () => message({ start: `POST ${path} HTTP/1.0` })],
    ['HTTP/1.0 without a host', () => message({ start: `POST ${path} HTTP/1.0`, host: '' })],
    [
      'HTTP/1.0 without a host, in absolute form',
      () => message({ start: `POST http://localhost${path} HTTP/1.0`, host: '' }),
    ],
    [
      'HTTP/1.0 that expects what only 1.1 has',
      () => message({ start: `POST ${path} HTTP/1.0`, lines: ['Expect: 100-continue'] }),
    ],
    ['a later HTTP/1', () => message({ start: `POST ${path} HTTP/1.2` })],
    ['a path with codes that it needs not', () => message({ start: 'POST /%44ossierService%2Esvc HTTP/1.1' })],
    ['a path with steps back', () => message({ start: `POST /elders/..${path} HTTP/1.1` })],
    ['an upgrade that is asked for', () => message({ lines: ['Connection: Upgrade', 'Upgrade: h2c'] })],
    ['spaces between the parts of the first line', () => message({ start: `POST  ${path} HTTP/1.1` })],
    ['the description by GET', () => get(`${path}?wsdl`)],
    ['the description by HEAD', () => get(`${path}?wsdl`, {}, 'HEAD')],
  ])('%s', async (_, bytes) => {
    expect(statuses(await say(bytes()))).toEqual([200]);
  });

  test('a client that closes its half', async () => {
    expect(statuses(await say(message().replace('Connection: close', 'X: y'), true))).toEqual([200]);
    expect(statuses(await say(message({ framing: chunked, body: chunks() }), true))).toEqual([200]);
  });

  test('requests one behind the other, in their order', async () => {
    const first = get(`${path}?wsdl`).replace('Connection: close', 'X: y');
    const heard = await say(first + get('/elders').replace('Connection: close', 'X: y') + message());

    expect(statuses(heard)).toEqual([200, 404, 200]);
  });

  test.each(['100-continue', '100-Continue'])('who expects %s', async (expected) => {
    expect(statuses(await say(message({ lines: [`Expect: ${expected}`] })))).toEqual([100, 200]);
  });

  test('HEAD as GET, without the content', async () => {
    const [head, whole] = await Promise.all([say(get(`${path}?wsdl`, {}, 'HEAD')), say(get(`${path}?wsdl`))]);

    expect(head).toMatch(/\r\n\r\n$/);
    expect(/^content-length: \d+/im.exec(head)?.[0]).toBe(/^content-length: \d+/im.exec(whole)?.[0] ?? 'none');
  });

  test('OPTIONS of the service or of all, with what there is', async () => {
    expect(await say(get(path, {}, 'OPTIONS'))).toMatch(/^HTTP\/1\.1 204 [^]*allow: GET, HEAD, OPTIONS, POST/i);
    expect(await say(get('*', {}, 'OPTIONS'))).toMatch(/^HTTP\/1\.1 204 [^]*allow: GET, HEAD, OPTIONS, POST/i);
  });
});

describe('what is wrong is refused, and nothing behind it is taken for a request', () => {
  const hidden = 'GET /elders HTTP/1.1\r\nHost: localhost\r\n\r\n';

  test.each<[string, number, () => string]>([
    ['a length and chunks', 400, () => message({ framing: [length, ...chunked], body: chunks() })],
    ['two lengths', 400, () => message({ framing: [length, 'Content-Length: 1'] })],
    ['a list of lengths', 400, () => message({ framing: [`${length}, 1`] })],
    ['a length below nought', 400, () => message({ framing: ['Content-Length: -1'] })],
    ['a length with a sign', 400, () => message({ framing: [`Content-Length: +${String(body.length)}`] })],
    ['a length in hexadecimal', 400, () => message({ framing: ['Content-Length: 0x10'] })],
    ['an empty length', 400, () => message({ framing: ['Content-Length:'] })],
    ['a folded length', 400, () => message({ framing: [`Content-Length:\r\n ${String(body.length)}`] })],
    ['a folded header', 400, () => message({ lines: ['X-A: b\r\n c'] })],
    ['a space before the colon', 400, () => message({ framing: [length.replace(':', ' :')] })],
    ['a CR in a value', 400, () => message({ lines: ['X-A: b\rc'] })],
    ['a NUL in a value', 400, () => message({ lines: ['X-A: b\0c'] })],
    ['a header without a name', 400, () => message({ lines: [': b'] })],
    ['a line that is no header', 400, () => message({ lines: ['zomaar'] })],
    ['lines that end in LF alone', 400, () => message({ eol: '\n' })],
    [
      'a coding that is not known',
      501,
      () => message({ framing: ['Transfer-Encoding: gzip, chunked'], body: chunks() }),
    ],
    [
      'chunks that are not the last coding',
      400,
      () => message({ framing: ['Transfer-Encoding: chunked, gzip'], body: chunks() }),
    ],
    ['a coding without chunks', 400, () => message({ framing: ['Transfer-Encoding: gzip'] })],
    ['a chunk without a size', 400, () => message({ framing: chunked, body: chunks('zz') })],
    ['a chunk that is too small', 400, () => message({ framing: chunked, body: chunks('3') })],
    ['a chunk beyond all bounds', 400, () => message({ framing: chunked, body: chunks('fffffffffffffffffff') })],
    ['an expectation that is not known', 417, () => message({ lines: ['Expect: a-miracle'] })],
    ['HTTP/1.1 without a host', 400, () => message({ host: '' })],
    ['the same in absolute form', 400, () => message({ start: `POST http://localhost${path} HTTP/1.1`, host: '' })],
    ['two hosts', 400, () => message({ lines: ['Host: localhost'] })],
    [
      'two hosts and absolute form',
      400,
      () => message({ start: `POST http://localhost${path} HTTP/1.1`, lines: ['Host: localhost'] }),
    ],
    [
      'no host at all, and absolute form',
      400,
      () => message({ start: `POST http://localhost${path} HTTP/1.1`, host: 'Host: a/b' }),
    ],
    ['another host in absolute form', 421, () => message({ start: `POST http://evil.example${path} HTTP/1.1` })],
    ['https in absolute form, without TLS', 421, () => message({ start: `POST https://localhost${path} HTTP/1.1` })],
    ['a user in absolute form', 400, () => message({ start: `POST http://jan@localhost${path} HTTP/1.1` })],
    ['an authority alone', 400, () => get('localhost:80')],
    ['a tunnel', 405, () => get('localhost:80', {}, 'CONNECT')],
    ['a star with GET', 400, () => get('*')],
    ['a target with a space', 400, () => get('/a b')],
    ['a method in small letters', 501, () => message({ start: `post ${path} HTTP/1.1` })],
    ['a method that nobody knows', 501, () => message({ start: `BREW ${path} HTTP/1.1` })],
    ['TRACE', 405, () => get(path, {}, 'TRACE')],
    ...['HTTP/3.0', 'HTTP/2.0', 'HTTP/2', 'HTTP/0.9'].map((version): [string, number, () => string] => [
      version,
      505,
      () => message({ start: `POST ${path} ${version}` }).replace('Connection: close', 'X: y'),
    ]),
    ['the preface of HTTP/2', 505, () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['no version', 505, () => `GET ${path}\r\n\r\n`],
    ['a version that is none', 400, () => message({ start: `POST ${path} HTTP/1` })],
    ...['FTP/1.1', 'RTSP/1.0', 'ICE/1.0'].map((protocol): [string, number, () => string] => [
      protocol,
      400,
      () => message({ start: `POST ${path} ${protocol}` }),
    ]),
    ['a slash in code', 404, () => message({ start: `POST /%2F${path.slice(1)} HTTP/1.1` })],
    ['a step that is empty', 404, () => message({ start: `POST /${path} HTTP/1.1` })],
    ['a backslash in the path', 400, () => message({ start: `POST \\elders${path} HTTP/1.1` })],
    ['a backslash behind a slash', 400, () => message({ start: `POST /\\elders${path} HTTP/1.1` })],
    ['a very long target', 414, () => get(`/${'a'.repeat(20_000)}`)],
    ['a very long header', 431, () => message({ lines: [`X-A: ${'a'.repeat(20_000)}`] })],
  ])('%s', async (_, status, bytes) => {
    const heard = await say(bytes() + hidden);

    expect(statuses(heard)).toEqual([status]);
    expect(heard).toMatch(/\r\n\r\n[^]*\w{3,} \w/);
  });

  test.each([
    ['no host', () => message({ host: '' }), 'Stuur een header Host'],
    [
      'no host in absolute form',
      () => message({ start: `POST http://localhost${path} HTTP/1.1`, host: '' }),
      'header Host',
    ],
    [
      'HTTP/2.0',
      () => message({ start: `POST ${path} HTTP/2.0` }),
      'The request is HTTP/2.0; this endpoint speaks HTTP/1.1',
    ],
    ['post', () => message({ start: `post ${path} HTTP/1.1` }), 'The method "post" is not known'],
    ['two lengths', () => message({ framing: [length, 'Content-Length: 1'] }), '(RFC 9112): Duplicate Content-Length.'],
    ['an expectation', () => message({ lines: ['Expect: x'] }), 'The expectation "x" is not known'],
    ['a body that is cut off', () => message().slice(0, -5), 'broken off before its end'],
  ])('the answer says why: %s', async (_, bytes, why) => {
    const heard = await say(bytes(), true);

    expect(heard).toContain(why);
    expect(heard.toLowerCase()).toContain('\r\nconnection: close\r\n');
  });

  test('chunks in HTTP/1.0 end the connection, whatever its client asks', async () => {
    const bytes = message({ start: `POST ${path} HTTP/1.0`, framing: chunked, body: chunks() });

    expect(statuses(await say(bytes.replace('Connection: close', 'Connection: keep-alive') + hidden))).toEqual([200]);
  });

  test('a very long target in several packets', async () => {
    const socket = connect(Number(new URL(mock.url).port), '127.0.0.1');
    let heard = '';
    socket.setNoDelay().on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    const closed = once(socket, 'close');
    for (const packet of ['GET /', 'a'.repeat(10_000), 'a'.repeat(10_000)]) {
      await new Promise((written) => socket.write(packet, written));
      await setImmediate();
    }
    await closed;

    expect(statuses(heard)).toEqual([414]);
  });

  test('a request that is cut off gets no answer that says it was well', async () => {
    expect(statuses(await say(message().slice(0, -5), true))).not.toContain(200);
    expect(statuses(await say(message({ framing: chunked, body: chunks().slice(0, -9) }), true))).not.toContain(200);
  });
});
