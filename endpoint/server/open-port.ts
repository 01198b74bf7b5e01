import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationError } from '../configuration-error.ts';

/** The only address that is listened on. */
export const loopbackAddress = '127.0.0.1';

/** Connections waiting to be accepted; the system may have a lower bound. */
const backlog = 4096;

/** Listens on a port, 0 for a free one, and returns its number; throws `ConfigurationError` when the port can't be had. */
export const openPort = async (server: Server, port: number): Promise<number> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new ConfigurationError(refusals(port)[error.code ?? ''] ?? error.message, { cause: error }));
    });
    server.listen({ port, host: loopbackAddress, backlog }, resolve);
  });
  return (server.address() as AddressInfo).port;
};

const refusals = (port: number): Readonly<Record<string, string>> => ({
  EADDRINUSE: `Port ${String(port)} on ${loopbackAddress} is in use. Stop what uses it, or choose another port (0 for a free one).`,
  EACCES: `Port ${String(port)} on ${loopbackAddress} is not ours to open. Choose a port above 1023.`,
  ERR_SOCKET_BAD_PORT: `${String(port)} is no port. Choose one from 0 to 65535.`,
});

/** Closes a server and its connections. */
export const closePort = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
