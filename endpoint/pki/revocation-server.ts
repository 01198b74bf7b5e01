import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeCrl } from './crl.ts';
import type { Ledger } from './ledger.ts';
import { answerOcsp } from './ocsp.ts';
import type { RevocationAddress } from './revocation-address.ts';

/** Lists and answers about revocation, over plain HTTP on loopback as RFC 5280 and RFC 6960 have it. */
export interface RevocationServer {
  /** Where a CA of this name will be asked. */
  readonly addressOf: (name: string) => RevocationAddress & { readonly ocsp: string };
  /** Serves a CA under a name. */
  readonly serve: (name: string, ledger: Ledger) => void;
  readonly close: () => Promise<void>;
}

/** Starts on a free port. */
export const startRevocationServer = async (now: () => number): Promise<RevocationServer> => {
  const ledgers = new Map<string, Ledger>();
  const server = createServer((incoming, outgoing) => {
    answer(ledgers, incoming, now()).then(
      (found) => {
        if (found === undefined) outgoing.writeHead(404).end();
        else
          outgoing.writeHead(200, { 'content-type': found.type, 'content-length': found.body.length }).end(found.body);
      },
      () => outgoing.writeHead(400).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    addressOf: (name) => ({ crl: `${origin}/crl/${name}.crl`, ocsp: `${origin}/ocsp/${name}` }),
    serve: (name, ledger) => void ledgers.set(name, ledger),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};

interface Found {
  readonly type: string;
  readonly body: Uint8Array;
}

/** `/crl/<name>.crl`, `/ocsp/<name>` with a POST, or `/ocsp/<name>/<base64>` with a GET (RFC 6960 appendix A.1). */
const answer = async (
  ledgers: ReadonlyMap<string, Ledger>,
  incoming: IncomingMessage,
  now: number,
): Promise<Found | undefined> => {
  const [, kind, name = '', ...rest] = (incoming.url ?? '').split('/');
  const ledger = ledgers.get(name.replace(/\.crl$/, ''));
  if (ledger === undefined) return undefined;
  if (kind === 'crl') return { type: 'application/pkix-crl', body: await writeCrl(ledger, now) };
  if (kind !== 'ocsp') return undefined;
  const asked =
    incoming.method === 'POST' ? await bodyOf(incoming) : Buffer.from(decodeURIComponent(rest.join('/')), 'base64');
  return { type: 'application/ocsp-response', body: await answerOcsp(ledger, asked, now) };
};

/** No request about one certificate is larger. */
const mostBytes = 16_384;

const bodyOf = async (incoming: IncomingMessage): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) throw new Error('The OCSP request is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};
