import type { Server, Socket } from 'node:net';
import { type Connection, createConnectionRoom } from './connection-room.ts';

/** A connection of a server. */
export interface Guest {
  readonly connection: Connection;
  /** From 1, in the order of arrival. */
  readonly number: number;
  /** Address of the client. */
  readonly peer: string;
  /** Whether it was closed because the server was full. */
  readonly isEvicted: () => boolean;
}

/** Bounds the connections of a server from their first byte on; the returned function finds the connection of a socket. */
export const keepRoom = (server: Server): ((socket: Socket) => Guest | undefined) => {
  const room = createConnectionRoom();
  const open = new Map<string, Guest>();
  let count = 0;
  server.on('connection', (socket: Socket) => {
    const name = nameOf(socket);
    let evicted = false;
    const connection = room.enter(() => {
      evicted = true;
      socket.destroy();
    });
    const guest = {
      connection,
      number: (count += 1),
      peer: socket.remoteAddress ?? '',
      isEvicted: () => evicted,
    };
    open.set(name, guest);
    socket.once('close', () => {
      connection.leave();
      if (open.get(name) === guest) open.delete(name);
    });
  });
  return (socket) => open.get(nameOf(socket));
};

/** The same for a TLS socket and the plain socket below it. */
const nameOf = ({ remoteAddress = '', remotePort = 0 }: Socket): string => `${remoteAddress} ${String(remotePort)}`;
