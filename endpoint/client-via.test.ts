import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createClient } from './client.ts';

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => response.end(`${request.headers.host ?? ''} ${request.url ?? ''}`));
});
afterEach(() => server.close());

test.each([false, true])(
  'requests go to what carries TLS, for the host of the endpoint (asks first: %s)',
  async (asksFirst) => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const via = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const url = 'https://eto.voorbeeld.nl:8443/dienst?a';
    const client = createClient({ url, via, action: 'x' });
    const { request, outcome, tls } = await client.send({ body: Buffer.from('x'), asksFirst });
    await client.close();

    expect('response' in outcome && Buffer.from(outcome.response.body).toString()).toBe(
      'eto.voorbeeld.nl:8443 /dienst?a',
    );
    expect([request.url, request.headers['host'], tls]).toEqual([url, 'eto.voorbeeld.nl:8443', undefined]);
  },
);
