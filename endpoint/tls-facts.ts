import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { WireTls } from './exchange.ts';

/** What a connection is, as long as it is there: a closed socket has forgotten it. Undefined for plain TCP. */
export const tlsFacts = (socket: Socket): WireTls | undefined => {
  const version = socket instanceof TLSSocket ? socket.getProtocol() : null;
  if (!(socket instanceof TLSSocket) || version === null) return undefined;
  return { version, cipher: socket.getCipher().standardName, resumed: socket.isSessionReused() };
};
