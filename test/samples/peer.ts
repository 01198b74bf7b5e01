import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { createClient, type Client, type ClientOptions } from '#endpoint/client';
import type { Exchange, WireFailure, WireResponse } from '#endpoint/exchange';

/** What is pushed is done when the test that runs has ended, last first. */
export const closing = {
  push: (close: () => Promise<unknown> | undefined): void => {
    onTestFinished(async () => {
      await close();
    });
  },
};

/** A server that does as it is told with each connection; `heard` is what it was sent. */
export const listen = async (
  talk: (socket: Socket, heard: () => string) => void,
): Promise<{ readonly url: string; readonly port: number; readonly heard: () => string }> => {
  const sockets: Socket[] = [];
  let text = '';
  const server: Server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    talk(socket, () => text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}/Dienst.svc`, port, heard: () => text };
};

const timeouts = { connectMs: 1000, headersMs: 400, bodyMs: 400, totalMs: 1500 };

/** A client that does not wait long. */
export const clientOf = (options: Partial<ClientOptions> & { readonly url: string }): Client => {
  const client = createClient({ action: 'urn:doe', timeouts, ...options });
  closing.push(() => client.close());
  return client;
};

/** Writes these pieces whenever it hears something. */
export const answering =
  (...pieces: readonly (string | Uint8Array)[]) =>
  (socket: Socket): void => {
    socket.on('data', () => {
      for (const piece of pieces) socket.write(piece);
    });
  };

/** An answer of HTTP with status 200. */
export const ok = (body: string, headers = ''): string =>
  `HTTP/1.1 200 OK\r\n${headers}Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`;

/** The failure of an exchange that has one. */
export const failureIn = ({ outcome }: Exchange): WireFailure => {
  if ('failure' in outcome) return outcome.failure;
  throw new Error(`no failure but status ${String(outcome.response.status)}`);
};

/** The response of an exchange that has one. */
export const responseIn = ({ outcome }: Exchange): WireResponse => {
  if ('response' in outcome) return outcome.response;
  throw new Error(`no response but ${outcome.failure.kind}: ${outcome.failure.message}`);
};

/** Bytes as text. */
export const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8');
/** Something to send. */
export const body = Buffer.from('<a>één</a>');
