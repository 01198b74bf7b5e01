import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/** A server on loopback that answers badly, and how to close it. */
export interface BadEndpoint {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts a server that does `behave` once a request has begun to come in; it is told how many there were before. */
export const badEndpoint = async (behave: (socket: Socket, before: number) => void): Promise<BadEndpoint> => {
  const sockets = new Set<Socket>();
  let requests = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.once('data', () => {
      behave(socket, requests);
      requests += 1;
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${String(portOf(server))}/`, close: () => closeAll(server, sockets) };
};

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

const closeAll = async (server: Server, sockets: ReadonlySet<Socket>): Promise<void> => {
  for (const socket of sockets) socket.destroy();
  server.close();
  await once(server, 'close');
};

/** The head of an answer whose connection ends with it. */
export const head = (type: string, length: number, status = '200 OK'): string =>
  `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\nContent-Length: ${String(length)}\r\nConnection: close\r\n\r\n`;

const page = '<!DOCTYPE html><html><body><h1>Welkom</h1></body></html>';

const xml = 'text/xml; charset=utf-8';

/** Twelve levels of ten references each. */
const entities = Array.from({ length: 12 }, (_, level) => {
  const value = level === 0 ? 'x' : `&e${String(level - 1)};`.repeat(10);
  return `<!ENTITY e${String(level)} "${value}">`;
});
const bomb = `<!DOCTYPE a [${entities.join('')}]><a>&e11;</a>`;

const refusal = 'HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

/** Ways in which an endpoint can be no endpoint at all. */
export const behaviours = {
  html: (socket: Socket) => void socket.end(`${head('text/html', page.length)}${page}`),
  entities: (socket: Socket) => void socket.end(`${head(xml, bomb.length)}${bomb}`),
  locked: (socket: Socket) => void socket.end(refusal),
  silence: () => undefined,
  reset: (socket: Socket) => void socket.resetAndDestroy(),
  half: (socket: Socket) => {
    socket.write(`${head(xml, 1000)}<soap:Envelope `);
    socket.end();
  },
  flood: (socket: Socket) => {
    const megabytes = 10;
    socket.write(head(xml, megabytes * 1024 * 1024));
    socket.end(Buffer.alloc(megabytes * 1024 * 1024, '<'));
  },
} as const;
