import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { exchangeOf } from './exchange-of.ts';
import { isSoap, type Pair, type Read } from './pair.ts';
import { readHar } from './read-har.ts';
import { readPairs } from './read-pairs.ts';
import { readSvclog } from './read-svclog.ts';
import { trafficAt } from './traffic-at.ts';

const envelope = (body: string): string =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`;

const folder = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const nothing: Read = { pairs: [], others: 0 };

const pairsIn = ({ pairs }: Read = nothing): readonly Pair[] =>
  pairs.map(({ startedAt, load }) => ({ ...load(), startedAt })).filter(isSoap);

/** What counts of a pair, in text. */
const shown = (read: Read = nothing) => ({
  others: read.others + read.pairs.length - pairsIn(read).length,
  pairs: pairsIn(read).map(({ method, url, headers, body, response, durationMs, isCut }) => ({
    ...{ method, url, headers, durationMs, isCut },
    body: Buffer.from(body).toString(),
    answer: response && [response.status, response.headers, Buffer.from(response.body).toString()],
  })),
});

describe('an HTTP Archive', () => {
  const entry = (more: object) => ({
    startedDateTime: '2026-11-29T10:00:00.000Z',
    time: 12.4,
    request: { method: 'GET', url: 'https://eto.example/', headers: [], bodySize: 0 },
    response: { status: 200, headers: [], content: {} },
    ...more,
  });
  const har = (...entries: readonly object[]) => Buffer.from(JSON.stringify({ log: { version: '1.2', entries } }));

  test('gives its SOAP requests with their answers, and counts the others', () => {
    const soap = entry({
      request: {
        ...{ method: 'POST', url: 'https://eto.example/D.svc', bodySize: 9 },
        headers: [
          { name: ':authority', value: 'x' },
          { name: 'SOAPAction', value: '"urn:a"' },
        ],
        postData: { mimeType: 'text/xml', text: envelope('<a/>') },
      },
      response: {
        status: 500,
        headers: [{ name: 'Content-Type', value: 'text/xml' }],
        content: { encoding: 'base64', text: Buffer.from(envelope('<s:Fault/>')).toString('base64') },
      },
    });

    expect(shown(readHar('a.har', har(entry({}), soap)))).toEqual({
      others: 1,
      pairs: [
        {
          ...{
            method: 'POST',
            url: 'https://eto.example/D.svc',
            headers: [
              ['SOAPAction', '"urn:a"'],
              ['Content-Type', 'text/xml'],
            ],
          },
          ...{ durationMs: 12, isCut: false, body: envelope('<a/>') },
          answer: [500, { 'content-type': 'text/xml' }, envelope('<s:Fault/>')],
        },
      ],
    });
  });

  test('says where a tool kept less than was sent, and where there was no answer', () => {
    const [pair] = pairsIn(
      readHar(
        'a.har',
        har(
          entry({
            request: { method: 'POST', url: '/', headers: [{ name: 'soapaction', value: '' }], bodySize: 90 },
            response: { status: 0, headers: [] },
          }),
        ),
      ),
    );

    expect([pair?.isCut, pair?.response]).toEqual([true, undefined]);
  });

  test.each([
    ['less than it names', { text: envelope('<a/>').slice(0, 60), bodySize: 90, isCut: true }],
    ['a whole envelope with other line ends', { text: envelope('<a/>'), bodySize: 200, isCut: false }],
    ['what was sent, cut as it was', { text: envelope('<a/>').slice(0, 60), bodySize: 60, isCut: false }],
    ['what it does not know the size of', { text: envelope('<a/>').slice(0, 60), bodySize: -1, isCut: false }],
  ])('with %s is cut or not', (_, { text, bodySize, isCut }) => {
    const request = { method: 'POST', url: '/', headers: [{ name: 'SOAPAction', value: '""' }], bodySize };
    const read = readHar('a.har', har(entry({ request: { ...request, postData: { mimeType: 'text/xml', text } } })));

    expect(pairsIn(read)[0]?.isCut).toBe(isCut);
  });

  test('may hold null, and entries of another form; the type of what was posted is that of the request', () => {
    const own = entry({
      time: null,
      request: {
        ...{ method: 'POST', url: '/', bodySize: null, headers: [{ name: 'SOAPAction', value: '""' }] },
        postData: { mimeType: 'text/xml', text: envelope('<a/>'), encoding: null },
      },
      response: { status: 200, headers: null, content: null },
    });
    const read = readHar('a.har', har(own, { a: 1 }));

    expect(read?.others).toBe(1);
    expect(pairsIn(read)[0]?.headers).toEqual([
      ['SOAPAction', '""'],
      ['Content-Type', 'text/xml'],
    ]);
  });

  const posted = (text: string, more: object = {}) =>
    entry({
      request: {
        ...{ method: 'POST', url: '/', headers: [{ name: 'Content-Encoding', value: 'gzip' }] },
        postData: { mimeType: 'text/xml', text },
      },
      ...more,
    });

  test.each([
    ['each byte as a character', gzipSync(envelope('<a/>')).toString('latin1')],
    ['what was in it', envelope('<a/>')],
  ])('may hold of a message in gzip %s, and the message is kept as one without coding', (_, text) => {
    const [pair] = pairsIn(readHar('a.har', har(posted(text))));
    const kept = pair && exchangeOf(pair, 1);

    expect(Buffer.from(kept?.request.body ?? []).toString()).toBe(envelope('<a/>'));
    expect(kept?.request.headers).toEqual({ 'content-type': 'text/xml' });
    expect(kept?.inbound?.rawHeaders).toContainEqual(['Content-Encoding', 'gzip']);
  });

  test.each(['', 'base64'])('may hold of it base64 of gzip, with the encoding %j', (encoding) => {
    const text = gzipSync(envelope('<a/>')).toString('base64');
    const request = {
      ...{ method: 'POST', url: '/', headers: [{ name: 'Content-Encoding', value: 'gzip' }] },
      postData: { mimeType: 'text/xml', text, encoding },
    };
    const own = entry({ request });
    const [pair] = pairsIn(readHar('a.har', har(own)));

    expect([Buffer.from(pair?.body ?? []).toString(), pair?.damaged]).toEqual([envelope('<a/>'), []]);
  });

  test('names what is not in the coding of its headers, in request and answer', () => {
    const headers = [{ name: 'Content-Encoding', value: 'zstd' }];
    const answered = { response: { status: 200, headers, content: { text: 'AAAA', encoding: 'base64' } } };
    const [pair] = pairsIn(readHar('a.har', har(posted('x', answered))));

    expect(pair?.damaged).toEqual([
      { of: 'request', codings: 'gzip' },
      { of: 'answer', codings: 'zstd' },
    ]);
  });

  test('may lack an answer and a time, and be in UTF-16', () => {
    const own = posted(envelope('<a/>'), { response: undefined, startedDateTime: '' });
    const pairs = pairsIn(readHar('a.har', Buffer.from(`\uFEFF${har(own).toString()}`, 'utf16le')));

    expect(pairs.map(({ response, startedAt }) => [response, startedAt])).toEqual([[undefined, 0]]);
  });

  test.each(['', '{}', '{"log":{}}', '<a/>'])('is not %j', (text) => {
    expect(readHar('a', Buffer.from(text))).toBeUndefined();
  });
});

describe('a message log of WCF', () => {
  const trace = (source: string, at: string, content: string): string =>
    `<E2ETraceEvent xmlns="http://schemas.microsoft.com/2004/06/E2ETraceEvent"><System><TimeCreated SystemTime="${at}"/><Correlation ActivityID="{1}"/></System>` +
    `<ApplicationData><TraceData><DataItem><MessageLogTraceRecord Time="${at}" Source="${source}" Type="System.ServiceModel.Channels.BufferedMessage">${content}</MessageLogTraceRecord></DataItem></TraceData></ApplicationData></E2ETraceEvent>`;
  const log =
    trace('ServiceLevelSendRequest', '2026-11-29T10:00:00Z', '<x/>').replace('ServiceLevelSendRequest', 'Malformed') +
    trace(
      'TransportSend',
      '2026-11-29T10:00:01Z',
      `<HttpRequest><Method>POST</Method><WebHeaders><SOAPAction>"urn:a"</SOAPAction><Content-Type>text/xml</Content-Type></WebHeaders></HttpRequest><Addressing><To>https://eto.example/?a=1&amp;b=2</To></Addressing>${envelope('<a/>')}`,
    ) +
    trace(
      'TransportReceive',
      '2026-11-29T10:00:03Z',
      `<HttpResponse><StatusCode>InternalServerError</StatusCode><WebHeaders><Content-Type>text/xml</Content-Type></WebHeaders></HttpResponse>${envelope('<s:Fault/>')}`,
    );

  test('gives what was sent at the transport with what came back', () => {
    expect(shown(readSvclog('a.svclog', Buffer.from(log)))).toEqual({
      others: 1,
      pairs: [
        {
          ...{
            method: 'POST',
            url: 'https://eto.example/?a=1&b=2',
            headers: [
              ['SOAPAction', '"urn:a"'],
              ['Content-Type', 'text/xml'],
            ],
          },
          ...{ durationMs: 2000, isCut: false, body: envelope('<a/>') },
          answer: [500, { 'content-type': 'text/xml' }, envelope('<s:Fault/>')],
        },
      ],
    });
  });

  const sent = (at: string, more = '') =>
    trace('TransportSend', at, `<HttpRequest><Method>POST</Method></HttpRequest>${envelope(`<a n="${at}"/>`)}${more}`);
  const answered = (at: string) =>
    trace('TransportReceive', at, `<HttpResponse><StatusCode>OK</StatusCode></HttpResponse>${envelope('<b/>')}`);

  test('gives a message that was logged at both levels once, and without headers where the transport had not added its own', () => {
    const twice =
      trace('ServiceLevelSendRequest', '2026-11-29T10:00:00Z', envelope('<a/>')) + sent('2026-11-29T10:00:01Z');
    const pairs = pairsIn(readSvclog('a.svclog', Buffer.from(twice)));

    expect(pairs.map(({ headers }) => headers)).toEqual([[]]);
  });

  test('gives an answer to the request before it, and not to one that got none', () => {
    const text = sent('2026-11-29T10:00:01Z') + sent('2026-11-29T10:00:05Z') + answered('2026-11-29T10:00:06Z');
    const pairs = pairsIn(readSvclog('a.svclog', Buffer.from(text)));

    expect(pairs.map(({ response, durationMs }) => [response?.status, durationMs])).toEqual([
      [undefined, 0],
      [200, 1000],
    ]);
  });

  test('tells a service by its record of HTTP, and a body that was streamed past the log', () => {
    const received = sent('2026-11-29T10:00:01Z').replace('TransportSend', 'TransportReceive');
    const replied = answered('2026-11-29T10:00:02Z').replace('TransportReceive', 'TransportSend');
    const streamed = sent('2026-11-29T10:00:03Z').replace(/<a n=[^>]*>/, '... stream ...');
    const pairs = pairsIn(readSvclog('a.svclog', Buffer.from(received + replied + streamed)));

    expect(pairs.map(({ response, isCut }) => [response?.status, isCut])).toEqual([
      [200, false],
      [undefined, true],
    ]);
  });

  test('goes on at the next event where it is torn, and says where and what may be lost', () => {
    const first = sent('2026-11-29T10:00:01Z');
    const torn = first.slice(0, first.indexOf('<a '));
    const next = sent('2026-11-29T10:00:09Z');
    const answer = answered('2026-11-29T10:00:10Z');
    const read = readSvclog('a.svclog', Buffer.from(`${torn}\n${next}${answer}${answer.slice(0, -120)}`));

    expect(read?.torn).toEqual(['a.svclog:1', 'a.svclog:2']);
    expect(pairsIn(read).map(({ response, isCut }) => [response?.status, isCut])).toEqual([
      [200, false],
      [undefined, true],
    ]);
  });

  test('is no other XML', () => {
    expect(readSvclog('a', Buffer.from('<a/>'))).toBeUndefined();
  });
});

test.each([
  ['{"log":{"entries":[{"request":', 'JSON that is not whole'],
  ['{"log":{}}', 'log.entries is missing'],
  ['verkeer', 'no HAR and no .svclog'],
])('%j is no traffic, and it is said why', (text, said) => {
  const path = join(mkdtempSync(join(tmpdir(), 'geen-har-')), 'verkeer.har');
  writeFileSync(path, text);
  expect(() => trafficAt(path)).toThrow(said);
  rmSync(dirname(path), { recursive: true });
});

test('a folder of pairs gives them with or without their heads', () => {
  const files = {
    '1-request.xml': envelope('<a/>'),
    '1-response.xml': envelope('<s:Fault/>'),
    'b.verzoek.http': `POST /D.svc HTTP/1.1\r\nHost: eto.example\r\nSOAPAction: "urn:a"\r\n\r\n${envelope('<b/>')}`,
    'b.antwoord.http': `HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n${envelope('<c/>')}`,
    'readme.txt': 'x',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);

  expect(shown(readPairs(folder))).toEqual({
    others: 1,
    pairs: [
      {
        ...{ method: 'POST', url: '', headers: [], durationMs: 0, isCut: false, body: envelope('<a/>') },
        answer: [500, {}, envelope('<s:Fault/>')],
      },
      {
        ...{ method: 'POST', url: 'https://eto.example/D.svc', durationMs: 0, isCut: false, body: envelope('<b/>') },
        headers: [
          ['Host', 'eto.example'],
          ['SOAPAction', '"urn:a"'],
        ],
        answer: [200, { 'content-type': 'text/xml' }, envelope('<c/>')],
      },
    ],
  });
});

test.each([
  ['Request2.xml', 'Response2.xml'],
  ['requests/2.xml', 'responses/2.xml'],
  ['2_rq.xml', '2_rs.xml'],
  ['2 verzoek.txt', '2 antwoord.txt'],
])('%s and %s are a pair', (request, response) => {
  const own = mkdtempSync(join(tmpdir(), 'pairs-'));
  for (const name of [request, response]) mkdirSync(dirname(join(own, name)), { recursive: true });
  writeFileSync(join(own, request), envelope('<a/>'));
  writeFileSync(join(own, response), envelope('<b/>'));

  expect(pairsIn(readPairs(own)).map(({ response: answer }) => answer?.status)).toEqual([200]);
});

test('a message that is shorter than its head says was not kept whole', () => {
  const own = mkdtempSync(join(tmpdir(), 'pairs-'));
  writeFileSync(join(own, '1-request.http'), 'POST /D HTTP/1.1\r\nContent-Length: 900\r\n\r\n<s:Envelope><s:Bo');

  expect(pairsIn(readPairs(own))[0]?.isCut).toBe(true);
});

test('pairs come in the order of their numbers, whatever the times of their files', () => {
  const own = mkdtempSync(join(tmpdir(), 'pairs-'));
  for (const [index, number] of ['10', '9', '2'].entries()) {
    const file = join(own, `${number}-request.xml`);
    writeFileSync(file, envelope('<a/>'));
    utimesSync(file, 100 + index, 100 + index);
  }

  expect(pairsIn(readPairs(own)).map(({ from, startedAt }) => [basename(from), startedAt])).toEqual([
    ['2-request.xml', 102_000],
    ['9-request.xml', 102_000],
    ['10-request.xml', 102_000],
  ]);
});

test('no credentials are kept of a log that is torn inside them', () => {
  const record = '<E2ETraceEvent><MessageLogTraceRecord Source="TransportSend"><HttpRequest/>';
  const torn = `${record}<s:Envelope xmlns:s="a"><s:Header><w:UsernameToken><w:Username>jan</w:Username><w:Password>gehe`;
  const [pair] = pairsIn(readSvclog('a.svclog', Buffer.from(torn)));
  const text = Buffer.from(pair === undefined ? '' : exchangeOf(pair, 1).request.body).toString();

  expect(text).toContain('Envelope');
  expect(text).not.toMatch(/gehe|jan/);
});

test('no credentials are kept', () => {
  const token = '<w:UsernameToken><w:Password>geheim</w:Password></w:UsernameToken>';
  const { request, outcome, inbound } = exchangeOf(
    {
      ...{ from: 'a', method: 'POST', isCut: false, damaged: [], startedAt: 0, durationMs: 0 },
      url: 'https://jan:geheim@eto.example/D.svc?api_key=geheim&a=1#token=geheim',
      headers: [
        ['Authorization', 'Basic Z2VoZWlt'],
        ['Cookie', 'a=geheim'],
        ['X-Api-Key', 'geheim'],
        ['Host', 'h'],
      ],
      body: Buffer.from(token),
      response: {
        status: 200,
        headers: { 'set-cookie': 'a=geheim', 'x-auth-token': 'geheim' },
        body: new Uint8Array(),
      },
    },
    1,
  );

  expect(request.headers).toEqual({ authorization: 'Basic ***', cookie: '***', 'x-api-key': '***', host: 'h' });
  expect(request.url).toBe('https://eto.example/D.svc?api_key=***&a=1#token=***');
  expect(JSON.stringify([inbound, outcome])).not.toMatch(/geheim|Z2VoZWlt/);
  expect(Buffer.from(request.body).toString()).not.toContain('geheim');
});
