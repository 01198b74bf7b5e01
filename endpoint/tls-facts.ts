import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { WireTls } from './exchange.ts';

/** What a connection is, as long as it is there: a closed socket has forgotten it. Undefined for plain TCP. */
export const tlsFacts = (socket: Socket): WireTls | undefined => {
  const version = socket instanceof TLSSocket ? socket.getProtocol() : null;
  if (!(socket instanceof TLSSocket) || version === null) return undefined;
  return { version, cipher: socket.getCipher().standardName, resumed: socket.isSessionReused() };
};

/** The same of a client's connection, with the certificate that its server showed. */
export const tlsFactsOfClient = (socket: Socket): WireTls | undefined => {
  const facts = tlsFacts(socket);
  const server = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;
  if (facts === undefined || server === undefined) return facts;
  return { ...facts, server: server.fingerprint256.replaceAll(':', '').toLowerCase() };
};
