import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on loopback that remembers what arrived, and is no service. */
export interface Recorder {
  readonly port: number;
  /** The SOAPAction of each POST, in order; emptied by reading. */
  readonly arrived: () => readonly string[];
  readonly close: () => void;
}

/** Opens one; Linux leads `0.0.0.0`, which is no loopback address, to it as well. */
export const openRecorder = async (): Promise<Recorder> => {
  const actions: string[] = [];
  const server = createServer((request, response) => {
    if (request.method === 'POST') actions.push(request.headers['soapaction']?.toString() ?? '');
    request.resume();
    request.on('end', () => response.writeHead(500).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, arrived: () => actions.splice(0), close: () => void server.close() };
};
