import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a server answers whatever comes. */
export type Temper = 'accepts' | 'refuses' | 'hangs-up' | 'by-turns';

/** A request, and whether its sender may have made a dossier with it. */
export interface Arrival {
  readonly body: Buffer;
  readonly mayBeDossier: boolean;
}

/** A server that has everything that came to it, and answers as it is told. */
export interface RecordingServer {
  readonly port: number;
  /** Begins anew; what arrives from here on is in the list that is returned. */
  readonly record: (temper: Temper, accepted: string) => readonly Arrival[];
  readonly close: () => Promise<void>;
}

const envelope = (inner: string): string =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${inner}</s:Body></s:Envelope>`;

const fault = envelope('<s:Fault><faultcode>s:Client</faultcode><faultstring>Nee.</faultstring></s:Fault>');
const turns: readonly Temper[] = ['accepts', 'refuses', 'accepts', 'hangs-up', 'accepts'];

/** Opens one on loopback. */
export const openRecordingServer = async (): Promise<RecordingServer> => {
  let said: { temper: Temper; accepted: string; arrivals: Arrival[] } = {
    temper: 'refuses',
    accepted: '',
    arrivals: [],
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { arrivals, temper } = said;
      const now = temper === 'by-turns' ? (turns[arrivals.length % turns.length] ?? 'accepts') : temper;
      arrivals.push({ body: Buffer.concat(chunks), mayBeDossier: request.method !== 'GET' && now !== 'refuses' });
      if (now === 'hangs-up') return void request.socket.destroy();
      response.writeHead(now === 'accepts' ? 200 : 500, { 'content-type': 'text/xml; charset=utf-8' });
      response.end(now === 'accepts' ? envelope(said.accepted.replace('#', String(arrivals.length))) : fault);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    record: (temper, accepted) => {
      said = { temper, accepted, arrivals: [] };
      return said.arrivals;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};
