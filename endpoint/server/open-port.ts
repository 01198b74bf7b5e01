import type { Server } from 'node:http';
import { type AddressInfo, createServer, type Server as Door, type Socket } from 'node:net';
import type { Bilingual } from '#contract/texts/bilingual';
import { ConfigurationError } from '../configuration-error.ts';

/** The address that is listened on unless others are asked for. */
export const loopbackAddress = '127.0.0.1';

/** Connections waiting to be accepted; the system may have a lower bound. */
const backlog = 4096;

/** A port that is listened on. */
export interface OpenPort {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * Listens on a port, 0 for a free one, of one or more addresses; throws `ConfigurationError` when it can't be had. Where this
 * machine has no IPv6 its loopback address is passed over.
 */
export const openPort = async (
  server: Server,
  wanted: number,
  [first = loopbackAddress, ...others]: readonly string[] = [loopbackAddress],
): Promise<OpenPort> => {
  await opened(server, wanted, first);
  const { port } = server.address() as AddressInfo;
  const doors: Door[] = [];
  const close = async (): Promise<void> => {
    await Promise.all([...doors.map(closeDoor), closeServer(server)]);
  };
  try {
    for (const address of others) doors.push(...(await openDoor(server, port, address)));
  } catch (error) {
    await close();
    throw error;
  }
  return { port, close };
};

const opened = (door: Door, port: number, host: string): Promise<void> =>
  new Promise<void>((resolve, reject) => {
    door.once('error', (error: NodeJS.ErrnoException) => {
      reject(new ConfigurationError(refusals(port, host)[error.code ?? ''] ?? error.message, { cause: error }));
    });
    door.listen({ port, host, backlog }, resolve);
  });

/** Another address of the same server, so that all its bounds hold for both together. */
const openDoor = async (server: Server, port: number, host: string): Promise<readonly Door[]> => {
  const door = createServer({ noDelay: true }, (socket: Socket) => server.emit('connection', socket));
  try {
    await opened(door, port, host);
    return [door];
  } catch (error) {
    if (host === '::1' && isAbsent(error)) return [];
    throw error;
  }
};

const isAbsent = (error: unknown): boolean =>
  error instanceof ConfigurationError &&
  error.cause instanceof Error &&
  'code' in error.cause &&
  (error.cause.code === 'EADDRNOTAVAIL' || error.cause.code === 'EAFNOSUPPORT');

const refusals = (port: number, host: string): Readonly<Record<string, Bilingual>> => ({
  EADDRINUSE: {
    nl: `Poort ${String(port)} op ${host} is in gebruik. Stop wat haar gebruikt, of kies een andere (0 voor een vrije).`,
    en: `Port ${String(port)} on ${host} is in use. Stop what uses it, or choose another port (0 for a free one).`,
  },
  EACCES: {
    nl: `Poort ${String(port)} op ${host} mag niet geopend worden. Kies een poort boven 1023.`,
    en: `Port ${String(port)} on ${host} is not ours to open. Choose a port above 1023.`,
  },
  EADDRNOTAVAIL: {
    nl: `Deze machine heeft geen adres ${host}. Kies een adres dat zij heeft, of 0.0.0.0 voor alle.`,
    en: `This machine has no address ${host}. Choose one of its own, or 0.0.0.0 for all.`,
  },
  ERR_SOCKET_BAD_PORT: {
    nl: `${String(port)} is geen poort. Kies er een van 0 tot en met 65535.`,
    en: `${String(port)} is no port. Choose one from 0 to 65535.`,
  },
});

const closeDoor = (door: Door): Promise<void> =>
  new Promise((resolve) => {
    door.close(() => {
      resolve();
    });
  });

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
