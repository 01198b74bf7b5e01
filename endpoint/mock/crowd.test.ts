import { request as requestOf, type ClientRequest } from 'node:http';
import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { openCrowd } from '../../test/samples/crowd.ts';
import { aliveOf } from '../../test/samples/sender.ts';
import { createMockServer, type MockServer } from './server.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const { action, body } = aliveOf(contract);
const authorization = `Basic ${Buffer.from('proef:x').toString('base64')}`;

let mock: MockServer;
beforeAll(async () => {
  mock = await createMockServer({ contract, username: 'proef' });
});
afterAll(() => mock.close());

let disperse = (): void => undefined;
afterEach(() => {
  disperse();
});
const crowd = async (bytes: string): Promise<void> => {
  disperse = await openCrowd(mock.url, bytes);
};

const head = `POST / HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${authorization}\r\n`;
const crowds: Readonly<Record<string, string>> = {
  'say nothing': '',
  'say half a request line': 'POST / HT',
  'leave a header open': `${head}X: y`,
  'promise a body': `${head}Content-Length: 4000000\r\n\r\n`,
  'send half a body': `${head}Content-Length: 100\r\n\r\n${'x'.repeat(50)}`,
  'begin a chunk': `${head}Transfer-Encoding: chunked\r\n\r\nffff\r\nx`,
  'were answered and stay': 'GET /?wsdl HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'do not take their answers': 'GET /?xsd=dossier.xsd HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(8),
};

/** Asks whether the service is alive, and tells the status. */
const ask = async (write: (asking: ClientRequest) => void = (asking) => asking.end(body)): Promise<number> => {
  const headers = { authorization, 'content-type': 'text/xml; charset=utf-8', soapaction: `"${action}"` };
  const asking = requestOf(mock.url, { method: 'POST', headers, agent: false });
  return new Promise((done, fail) => {
    asking.on('error', fail);
    asking.on('response', (answer) => {
      answer.resume();
      done(answer.statusCode ?? 0);
    });
    write(asking);
  });
};

describe('connections that', () => {
  test.each(Object.entries(crowds))('%s keep nobody out', async (_, bytes) => {
    await crowd(bytes);

    expect(await ask()).toBe(200);
  });
});

test('one that sends slowly is not made to go for a crowd that says nothing', async () => {
  const status = ask((asking) => {
    asking.setHeader('content-length', Buffer.byteLength(body));
    asking.write(body.slice(0, 20), () => {
      void crowd('').then(() => asking.end(body.slice(20)));
    });
  });

  expect(await status).toBe(200);
});
