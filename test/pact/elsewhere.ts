import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** An endpoint that a profile takes for one on another machine: Linux leads `0.0.0.0`, which is no loopback address, to this one. */
export interface Elsewhere {
  readonly url: string;
  /** SOAP messages as they came. */
  readonly messages: readonly string[];
  readonly close: () => void;
}

/** Opens one in front of a mock on loopback; an answer may be changed on its way back. */
export const openElsewhere = async (
  { url: mockUrl, username }: { readonly url: string; readonly username: string },
  change: (answer: string) => string,
): Promise<Elsewhere> => {
  const messages: string[] = [];
  const { origin, pathname } = new URL(mockUrl);
  const server = createServer((request, response) => {
    void buffer(request).then(async (body) => {
      messages.push(body.toString('utf8'));
      const { 'content-type': type = '', soapaction = '' } = request.headers;
      // Over plain HTTP no username leaves this machine.
      const authorization = `Basic ${btoa(`${username}:`)}`;
      const headers = { 'content-type': type, soapaction: String(soapaction), authorization };
      const answer = await fetch(origin + pathname, { method: 'POST', headers, body });
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(change(await answer.text()));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://0.0.0.0:${String(port)}${pathname}`, messages, close: () => void server.close() };
};
