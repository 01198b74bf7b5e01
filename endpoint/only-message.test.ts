import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createClient } from './client.ts';
import type { Client, SendRequest } from './client-options.ts';
import { ForbiddenRequest } from './only-message.ts';

const alive = Buffer.from('<IsAlive/>');
const soapAction = '"urn:IsAlive"';

let received: string[] = [];
/** Answers with what the path says: a redirect to itself as delivery address, or nothing special. */
const server = createServer((request, response) => {
  received.push(`${request.method ?? ''} ${request.url ?? ''} ${request.headers['soapaction']?.toString() ?? ''}`);
  const status = Number(/\d+/.exec(request.url ?? '')?.[0] ?? 200);
  request.resume();
  request.on('end', () => response.writeHead(status, status >= 300 ? { location: '/productie' } : {}).end('ja'));
});
let origin = '';
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  received = [];
});

const clientWith = (only: Parameters<typeof createClient>[0]['only']): Client =>
  createClient({ url: `${origin}/dienst`, action: 'urn:Voeg', only });

const send = async (client: Client, request: SendRequest): Promise<unknown> => {
  try {
    return await client.send(request);
  } catch (error) {
    return error;
  } finally {
    await client.close();
  }
};

describe('where one message alone may leave', () => {
  const only = { soapAction, body: alive };

  test('it leaves, over a connection of its own as well', async () => {
    await send(clientWith(only), { soapAction, body: alive });
    await send(clientWith(only), {
      soapAction,
      body: alive,
      connection: { versions: { min: 'TLSv1.2', max: 'TLSv1.2' } },
    });

    expect(received).toEqual([`POST /dienst ${soapAction}`, `POST /dienst ${soapAction}`]);
  });

  test.each<[string, SendRequest]>([
    ['another body', { soapAction, body: Buffer.from('<Voeg/>') }],
    ['a body with a byte more', { soapAction, body: Buffer.concat([alive, Buffer.from(' ')]) }],
    ['no body', { soapAction }],
    ['the action of a delivery', { soapAction: '"urn:Voeg"', body: alive }],
    ['the action without quotes', { soapAction: 'urn:IsAlive', body: alive }],
    ['the action that is sent unless said', { body: alive }],
    ['no action', { soapAction: null, body: alive }],
    ['another method', { soapAction, body: alive, method: 'PUT' }],
    ['another path', { soapAction, body: alive, path: '/elders' }],
    ['a query', { soapAction, body: alive, path: '?wsdl' }],
    ['another media type', { soapAction, body: alive, contentType: 'application/soap+xml' }],
    ['headers of its own', { soapAction, body: alive, headers: { soapaction: '"urn:Voeg"' } }],
    ['other credentials', { soapAction, body: alive, credentials: { username: 'jan', password: 'geheim' } }],
    ['no credentials', { soapAction, body: alive, credentials: 'none' }],
    ['chunks', { soapAction, body: alive, chunked: true }],
    ['an ear for its end', { soapAction, body: alive, onSent: () => undefined }],
    ['another certificate', { soapAction, body: alive, connection: { identity: { cert: 'x', key: 'y' } } }],
    ['no certificate', { soapAction, body: alive, connection: { identity: 'none' } }],
    ['what is known of the description', { method: 'GET', path: '?wsdl' }],
  ])('nothing leaves with %s', async (_, request) => {
    expect(await send(clientWith(only), request)).toBeInstanceOf(ForbiddenRequest);
    expect(received).toEqual([]);
  });
});

test('where nothing may leave not even that message does', async () => {
  expect(await send(clientWith('nothing'), { soapAction, body: alive })).toBeInstanceOf(ForbiddenRequest);
  expect(received).toEqual([]);
});

test.each([301, 302, 303, 307, 308])('a redirect (%i) is an answer, and is not followed', async (status) => {
  const client = createClient({ url: `${origin}/${String(status)}`, action: 'urn:Voeg' });

  expect(await send(client, { body: alive })).toMatchObject({ outcome: { response: { status } } });
  expect(received).toEqual([`POST /${String(status)} "urn:Voeg"`]);
});
