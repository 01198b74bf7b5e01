import type { Server, Socket } from 'node:net';
import { type Connection, createConnectionRoom } from './connection-room.ts';

/** Bounds the connections of a server from their first byte on; the returned function finds the connection of a socket. */
export const keepRoom = (server: Server): ((socket: Socket) => Connection | undefined) => {
  const room = createConnectionRoom();
  const open = new Map<string, Connection>();
  server.on('connection', (socket: Socket) => {
    const name = nameOf(socket);
    const connection = room.enter(() => socket.destroy());
    open.set(name, connection);
    socket.once('close', () => {
      connection.leave();
      if (open.get(name) === connection) open.delete(name);
    });
  });
  return (socket) => open.get(nameOf(socket));
};

/** The same for a socket of TLS and for the plain one below it. */
const nameOf = ({ remoteAddress = '', remotePort = 0 }: Socket): string => `${remoteAddress} ${String(remotePort)}`;
