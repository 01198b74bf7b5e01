import { request } from 'node:http';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { createMockServer, type MockServer } from './server.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
let mock: MockServer;
beforeAll(async () => {
  mock = await createMockServer({ contract, username: 'proef', hostNames: ['eto.example.test'] });
});
afterAll(() => mock.close());

interface Answer {
  readonly status: number | undefined;
  readonly text: string;
}

const ask = (host: readonly string[], method = 'GET', path = `${new URL(mock.url).pathname}?wsdl`): Promise<Answer> =>
  new Promise((done, fail) => {
    const headers = host.flatMap((one) => ['Host', one]);
    const sent = request({ port: new URL(mock.url).port, host: '127.0.0.1', path, method, headers, setHost: false });
    sent.on('error', fail);
    sent.on('response', (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => {
        done({ status: answer.statusCode, text });
      });
    });
    sent.end();
  });

test.each([
  ['127.0.0.1:8080', 'http://127.0.0.1:8080/'],
  ['127.9.9.9', 'http://127.9.9.9/'],
  ['LOCALHOST:1', 'http://localhost:1/'],
  ['localhost.:9', 'http://localhost.:9/'],
  ['localhost:', 'http://localhost/'],
  ['[::1]:8080', 'http://[::1]:8080/'],
  ['ETO.example.test:8443', 'http://eto.example.test:8443/'],
])('a request for %s is answered, and the WSDL has the address that it used', async (host, address) => {
  const { status, text } = await ask([host]);

  expect({ status, has: text.includes(`location="${address}`) }).toEqual({ status: 200, has: true });
});

test.each([
  [undefined, /^Dienst: [^\n]*\n.*Schema van de inhoud.*Inhoud als XML/s, /Service|ontent in/],
  ['en-GB', /^Service: [^\n]*\n.*Schema of the content.*Content in XML/s, /Dienst|nhoud als/],
])('who looks at the root is told where things are, in one language (%s)', async (language, said, other) => {
  const { port } = new URL(mock.url);
  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    headers: language === undefined ? {} : { 'accept-language': language },
  });
  const text = (await answer.text()).replaceAll(/http:\S+/g, '');

  expect(text).toMatch(said);
  expect(text).not.toMatch(other);
});

test.each([
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
  ['HTTP://eto.example.test', 'http://eto.example.test/'],
])('a target in absolute form goes before the Host header: %s', async (origin, address) => {
  const { status, text } = await ask(['evil.example'], 'GET', `${origin}${new URL(mock.url).pathname}?wsdl`);

  expect({ status, has: text.includes(`location="${address}`) }).toEqual({ status: 200, has: true });
});

test.each([
  ['http://evil.example/', 421],
  ['http://evil.example', 421],
  ['http://jan@127.0.0.1/', 400],
  ['http:///dienst', 400],
  ['ftp://127.0.0.1/', 400],
  ['https://127.0.0.1/', 421],
])('one that names %s is refused', async (target, status) => {
  expect((await ask(['127.0.0.1'], 'GET', target)).status).toBe(status);
});

test.each([
  'evil.example',
  'evil.example:8080',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
  'x.eto.example.test',
  '10.0.0.1',
  '[::2]',
  '0.0.0.0',
])('a request for %s is refused, whatever it asks', async (host) => {
  const answers = await Promise.all([ask([host]), ask([host], 'POST'), ask([host], 'GET', '/elders')]);

  expect(answers.map(({ status }) => status)).toEqual([421, 421, 421]);
  expect(answers[0].text).not.toContain('evil');
});

test.each([
  ['user information', ['jan:geheim@127.0.0.1']],
  ['two hosts', ['127.0.0.1', 'evil.example']],
  ['two hosts in one header', ['127.0.0.1, evil.example']],
  ['a path', ['127.0.0.1/x']],
  ['markup', ['127.0.0.1"><script>']],
  ['a query', ['127.0.0.1?']],
  ['a port that is none', ['127.0.0.1:99999']],
])('a Host header with %s is refused as none', async (_, host) => {
  const { status, text } = await ask(host);

  expect({ status, text }).toEqual({ status: 400, text: expect.stringContaining('moet één host noemen') as string });
});

test('an empty Host header is told from one with too much', async () => {
  expect(await ask([''])).toMatchObject({
    status: 400,
    text: expect.stringMatching(/^Het verzoek noemt geen host/) as string,
  });
});

test('what the mock keeps is shown to this machine alone, whatever name leads to it', async () => {
  const answers = await Promise.all(
    ['127.0.0.1', 'eto.example.test', 'evil.example'].map((host) => ask([host], 'GET', '/_mock/ontvangen')),
  );

  expect(answers.map(({ status }) => status)).toEqual([200, 403, 403]);
});

test('a name that is none is an error', async () => {
  const made = createMockServer({ contract, username: 'proef', hostNames: ['a b'] });

  await expect(made).rejects.toThrow('"a b" is no name of a host');
});
