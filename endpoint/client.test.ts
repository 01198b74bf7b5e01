import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { serialize } from '#xml/serialize';
import { createClient } from './client.ts';
import { ConfigurationError } from './configuration-error.ts';
import type { Exchange, WireFailure } from './exchange.ts';
import { answering, body, clientOf, failureIn, listen, ok, responseIn, text } from '../test/samples/peer.ts';

describe('what goes over the wire', () => {
  test('is what is recorded, but for the secret', async () => {
    const { url, heard } = await listen(answering(ok('antwoord', 'X-A: 1\r\nX-A: 2\r\n')));
    const client = clientOf({ url, credentials: { username: 'jan', password: 'geheim' } });

    const { request, outcome } = await client.send({ body });

    const [head = '', sent] = heard().split('\r\n\r\n');
    const [line, ...fields] = head.split('\r\n');
    expect(line).toBe('POST /Dienst.svc HTTP/1.1');
    const secret = `Basic ${Buffer.from('jan:geheim').toString('base64')}`;
    expect(Object.fromEntries(fields.map((field) => field.split(/: (.*)/).slice(0, 2)))).toEqual({
      ...request.headers,
      authorization: secret,
    });
    expect(request.headers).toMatchObject({
      authorization: 'Basic ***',
      'content-type': 'text/xml; charset=utf-8',
      soapaction: '"urn:doe"',
    });
    expect(sent).toBe(body.toString('latin1'));
    expect(outcome).toEqual({
      response: { status: 200, headers: { 'x-a': '1, 2', 'content-length': '8' }, body: Buffer.from('antwoord') },
    });
  });

  test('is recorded without cookies of a session, also where nobody logs in', async () => {
    const { url } = await listen(answering(ok('antwoord', 'Set-Cookie: sessie=geheim\r\n')));

    const { outcome } = await clientOf({ url }).send({ body });

    expect(outcome).toMatchObject({ response: { status: 200, headers: { 'set-cookie': '***' } } });
  });

  test('is chunked where that is asked', async () => {
    const { url, heard } = await listen((socket, sofar) => {
      socket.on('data', () => {
        if (sofar().endsWith('0\r\n\r\n')) socket.write(ok(''));
      });
    });
    const large = Buffer.alloc(3000, 'x');

    const { request } = await clientOf({ url }).send({ body: large, chunked: true });

    expect(request.headers).toMatchObject({ 'transfer-encoding': 'chunked' });
    expect(request.headers).not.toHaveProperty('content-length');
    expect(heard()).toMatch(/\r\nx{10,}\r\n[0-9a-f]+\r\nx/);
    expect(heard().replace(/[^x]/g, '').length).toBeGreaterThanOrEqual(3000);
  });

  test.each([
    [undefined, 'soapaction: "urn:doe"\r\n'],
    ['urn:doe', 'soapaction: urn:doe\r\n'],
    ['""', 'soapaction: ""\r\n'],
  ])('has SOAPAction %j as it is given', async (soapAction, expected) => {
    const { url, heard } = await listen(answering(ok('')));

    await clientOf({ url }).send({ body, soapAction });

    expect(heard().toLowerCase()).toContain(expected);
  });

  test('has no SOAPAction and no Content-Type where they are null', async () => {
    const { url, heard } = await listen(answering(ok('')));

    await clientOf({ url }).send({ body, soapAction: null, contentType: null });

    expect(heard().toLowerCase()).not.toMatch(/soapaction|content-type/);
  });

  test('is a GET without body, type or action on another path', async () => {
    const { url, heard } = await listen(answering(ok('')));

    const { request } = await clientOf({ url }).send({ method: 'GET', path: '?wsdl' });

    expect(heard()).toMatch(/^GET \/Dienst\.svc\?wsdl HTTP/);
    expect(heard().toLowerCase()).not.toMatch(/soapaction|content-/);
    expect(request.url).toBe(`${url}?wsdl`);
  });

  test('keeps one connection for requests one after another', async () => {
    let connections = 0;
    const { url } = await listen((socket) => {
      connections += 1;
      answering(ok('x'))(socket);
    });
    const client = clientOf({ url });

    for (let index = 0; index < 5; index += 1) await client.send({ body });

    expect(connections).toBe(1);
  });

  test('opens no more connections than it may', async () => {
    let connections = 0;
    const { url } = await listen((socket) => {
      connections += 1;
      socket.on('data', () => setTimeout(() => socket.write(ok('x')), 20));
    });
    const client = clientOf({ url, connections: 2 });

    await Promise.all(Array.from({ length: 8 }, () => client.send({ body })));

    expect(connections).toBe(2);
    expect(client.counts).toEqual({ sent: 8, answered: 8, failed: 0, bytesSent: 8 * body.length, bytesReceived: 8 });
  });
});

describe('failures', () => {
  const cases: readonly (readonly [string, WireFailure['kind'], (socket: Socket) => void])[] = [
    ['closes without a word', 'reset', (socket) => socket.once('data', () => socket.end())],
    ['resets', 'reset', (socket) => socket.once('data', () => socket.resetAndDestroy())],
    [
      'sends half a head',
      'truncated',
      (socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-')),
    ],
    ['sends half a body', 'truncated', (socket) => socket.once('data', () => socket.end(ok('abcdef').slice(0, -3)))],
    [
      'sends half a chunked body',
      'truncated',
      (socket) =>
        socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc')),
    ],
    [
      'resets in a body without length',
      'truncated',
      (socket) =>
        socket.once('data', () => {
          socket.write('HTTP/1.1 200 OK\r\n\r\nabc');
          setTimeout(() => socket.resetAndDestroy(), 50);
        }),
    ],
    ['hangs', 'timeout', () => undefined],
    ['hangs in the body', 'timeout', (socket) => socket.once('data', () => socket.write(ok('abcdef').slice(0, -3)))],
    ['is no HTTP', 'other', (socket) => socket.once('data', () => socket.end('220 mail.example ESMTP\r\n'))],
  ];

  test.each(cases)('an endpoint that %s is %s', async (_, kind, talk) => {
    const { url } = await listen(talk);

    const exchange = await clientOf({ url }).send({ body });

    expect(failureIn(exchange).kind).toBe(kind);
    expect(exchange.request.body).toBe(body);
  });

  test('a trickle of an answer ends at the total time', async () => {
    const { url } = await listen((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n');
        const drip = setInterval(() => socket.write('a'), 100);
        socket.on('close', () => {
          clearInterval(drip);
        });
      });
    });

    const exchange = await clientOf({ url }).send({ body });

    expect(failureIn(exchange).kind).toBe('timeout');
    expect(text(failureIn(exchange).received?.body)).toMatch(/^a{1,999}$/);
  });

  test('half an answer is kept', async () => {
    const { url } = await listen((socket) => socket.once('data', () => socket.end(ok('abcdef').slice(0, -3))));

    const failure = failureIn(await clientOf({ url }).send({ body }));

    expect(failure.received?.status).toBe(200);
    expect(text(failure.received?.body)).toBe('abc');
  });

  test('ten megabytes of < are read as far as the bound', async () => {
    const { url } = await listen((socket) => socket.once('data', () => socket.write(ok('<'.repeat(10_000_000)))));

    const failure = failureIn(await clientOf({ url, maxResponseBytes: 5000 }).send({ body }));

    expect(failure.kind).toBe('too-large');
    expect(failure.received?.body.length).toBe(5000);
  });

  test('twenty thousand bytes that come one by one are read as far as the bound on pieces', async () => {
    const pieces = (count: number): string =>
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${'1\r\na\r\n'.repeat(count)}0\r\n\r\n`;
    const [many, few] = await Promise.all([20_000, 10_000].map((count) => listen(answering(pieces(count)))));

    const failure = failureIn(await clientOf({ url: many?.url ?? '' }).send({ body }));

    expect(failure.kind).toBe('too-large');
    expect(failure.received?.body.length).toBe(16_384);
    expect(responseIn(await clientOf({ url: few?.url ?? '' }).send({ body })).body.length).toBe(10_000);
  });

  test('an answer as large as the bound is none', async () => {
    const { url } = await listen(answering(ok('x'.repeat(5000))));

    expect(responseIn(await clientOf({ url, maxResponseBytes: 5000 }).send({ body })).body.length).toBe(5000);
  });

  test('HTML is an answer like any other', async () => {
    const { url } = await listen(answering(ok('<html>', 'Content-Type: text/html\r\n')));

    expect(responseIn(await clientOf({ url }).send({ body })).headers['content-type']).toBe('text/html');
  });

  test('a closed port is refused, an invented host is dns', async () => {
    expect(failureIn(await clientOf({ url: 'http://127.0.0.1:1/' }).send({ body })).kind).toBe('refused');
    expect(failureIn(await clientOf({ url: 'http://niemand.invalid/' }).send({ body })).kind).toBe('dns');
  });

  test('nothing is ever sent twice', async () => {
    let requests = 0;
    const { url } = await listen((socket) => {
      socket.once('data', (chunk) => {
        if (chunk.toString('latin1').startsWith('POST')) requests += 1;
        socket.resetAndDestroy();
      });
    });
    const client = clientOf({ url });

    await client.send({ body });
    await client.send({ body });

    expect(requests).toBe(2);
  });

  test('a signal stops a request that is under way, and one that waits its turn', async () => {
    const { url } = await listen(() => undefined);
    const client = clientOf({ url, ratePerSecond: 0.01 });
    const controller = new AbortController();
    setTimeout(() => {
      controller.abort();
    }, 50);

    const exchanges = await Promise.all([1, 2].map(() => client.send({ body, signal: controller.signal })));

    expect(exchanges.map((one) => failureIn(one).kind)).toEqual(['aborted', 'aborted']);
    expect(client.counts.sent).toBe(1);
  });

  test('past the budget nothing leaves', async () => {
    const { url, heard } = await listen(answering(ok('')));
    const client = clientOf({ url, budget: 1 });

    await client.send({ body });
    const before = heard();
    const exchange = await client.send({ body });

    expect(failureIn(exchange).kind).toBe('budget');
    expect(heard()).toBe(before);
    expect(client.counts.sent).toBe(1);
  });
});

describe('records', () => {
  test('an exchange is recorded before it is given', async () => {
    const { url } = await listen(answering(ok('')));
    const order: string[] = [];
    const client = clientOf({
      url,
      onExchange: async () => {
        await new Promise((resolve) => setTimeout(resolve, 30));
        order.push('recorded');
      },
    });

    await client.send({ body });
    order.push('given');

    expect(order).toEqual(['recorded', 'given']);
  });

  test('an exchange that never left is recorded too', async () => {
    const recorded: Exchange[] = [];
    const client = clientOf({
      url: 'http://127.0.0.1:1/',
      budget: 0,
      onExchange: (exchange) => {
        recorded.push(exchange);
      },
    });

    expect(recorded).toEqual([await client.send({ body })]);
  });

  test('what goes wrong in recording is told', async () => {
    const { url } = await listen(answering(ok('')));
    const client = clientOf({ url, onExchange: () => Promise.reject(new Error('disk full')) });

    await expect(client.send({ body })).rejects.toThrow('disk full');
  });

  test.each(['basic', 'wsse', 'header'] as const)(
    'hold no secret with the carrier %s, however it is echoed',
    async (carrier) => {
      const password = carrier === 'header' ? 'Ge&heim+1' : 'Gè&heim+1';
      const echo = (heard: string): string => {
        const sent = Buffer.from(heard, 'latin1').toString('utf8');
        const authorization = /authorization: (.*)\r/i.exec(sent)?.[1] ?? '';
        return `${sent} ${authorization} ${encodeURIComponent(password)} ${password.replace('&', '&amp;')} ${Buffer.from(password).toString('base64')}`;
      };
      const { url, heard } = await listen((socket, sofar) => {
        socket.on('data', () => {
          socket.write(ok(echo(sofar()), `X-Echo: ${encodeURIComponent(password)}\r\n`));
        });
      });
      const recorded: Exchange[] = [];
      const client = clientOf({
        url,
        carrier,
        credentials: { username: 'kees-jan', password },
        onExchange: (exchange) => {
          recorded.push(exchange);
        },
      });
      const message = Buffer.from(`<a>${client.securityHeaders.map((block) => serialize(block)).join('')}</a>`);

      const { request } = await client.send({ body: message });

      expect(Buffer.from(heard(), 'latin1').toString('utf8')).toMatch(/Ge&heim\+1|Gè&amp;heim\+1|basic /i);
      const written = recorded
        .flatMap(({ request: out, outcome }) => [
          JSON.stringify(out.headers) + text(out.body),
          'response' in outcome ? JSON.stringify(outcome.response.headers) + text(outcome.response.body) : '',
        ])
        .join('\n');
      for (const secret of ['kees-jan', 'heim', 'G%C3%A8', Buffer.from(password).toString('base64')])
        expect(written).not.toContain(secret);
      expect(request.body).toBe(message);
    },
  );

  test.each([
    ['is cut off', (told: string) => ok(`${told}${'x'.repeat(200)}`).slice(0, -100)],
    ['is too large', (told: string) => ok(`${told}${'x'.repeat(20_000)}`)],
    ['is no HTTP', (told: string) => `${told}\r\n\r\n`],
    ['has a reason of its own', (told: string) => ok('').replace(' OK', ` ${told}`)],
  ])('hold no secret that an answer echoes which %s', async (_, answer) => {
    const secret = 'geheim-woord-42';
    const told = ['hex', 'base64'].map((code) => Buffer.from(`<a>${secret}</a>`).toString(code as 'hex')).join(' ');
    const { url } = await listen(answering(answer(`${secret} ${told} ${secret.toUpperCase()}`)));
    const client = clientOf({ url, credentials: { username: 'jan-echt', password: secret }, maxResponseBytes: 10_000 });

    const { outcome } = await client.send({ body });

    const kept = JSON.stringify(outcome, (__, value: unknown) =>
      typeof value === 'object' && value !== null && 'data' in value && Array.isArray(value.data)
        ? Buffer.from(value.data as readonly number[]).toString('latin1')
        : value,
    ).toLowerCase();
    for (const part of [secret, ...told.split(' ').map((one) => one.slice(8, 24).toLowerCase())])
      expect(kept).not.toContain(part);
  });

  test('credentials of one request are kept out as well', async () => {
    const { url, heard } = await listen(answering(ok('who is verzonnen-naam?')));
    const client = clientOf({ url, credentials: { username: 'jan-echt', password: 'geheim' } });

    const exchange = await client.send({ body, credentials: { username: 'verzonnen-naam', password: 'raad-maar' } });

    expect(heard()).toContain(Buffer.from('verzonnen-naam:raad-maar').toString('base64'));
    expect(text(responseIn(exchange).body)).toBe('who is ***?');
  });

  test('no credentials are sent where none are wanted', async () => {
    const { url, heard } = await listen(answering(ok('')));

    await clientOf({ url, credentials: { username: 'jan', password: 'geheim' } }).send({ body, credentials: 'none' });

    expect(heard().toLowerCase()).not.toContain('authorization');
  });

  test('a header that the caller sets for credentials is recorded without them', async () => {
    const { url } = await listen(answering(ok('')));

    const { request } = await clientOf({ url }).send({ body, headers: { Authorization: 'Bearer abc', Cookie: 'a=b' } });

    expect(request.headers).toMatchObject({ authorization: 'Bearer ***', cookie: '***' });
  });
});

describe('configuration', () => {
  test('credentials over plain HTTP to another machine are refused, also for one request', async () => {
    const credentials = { username: 'jan', password: 'geheim' };

    expect(() => createClient({ url: 'http://example.nl/', action: 'a', credentials })).toThrow(ConfigurationError);
    await expect(clientOf({ url: 'http://example.invalid/' }).send({ body, credentials })).rejects.toThrow(
      /unencrypted/,
    );
  });

  test.each([
    [{ ratePerSecond: 0 }, /ratePerSecond is 0/],
    [{ ratePerSecond: NaN }, /ratePerSecond is NaN/],
    [{ connections: -1 }, /connections is -1/],
    [{ tls: { identity: { cert: 'x', key: 'y' } } }, /certificate/],
  ])('%j is refused', (options, message) => {
    expect(() => createClient({ url: 'https://example.nl/', action: 'a', ...options })).toThrow(message);
  });

  test('a closed client sends nothing', async () => {
    const client = clientOf({ url: 'http://127.0.0.1:1/' });
    await client.close();

    await expect(client.send({ body })).rejects.toThrow(/closed/);
  });
});
