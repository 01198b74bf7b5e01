import { type IncomingHttpHeaders, type IncomingMessage, createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, type Socket, connect } from 'node:net';

/** What a proxy does with CONNECT. */
export interface ProxyPlan {
  /** The ports on loopback that it leads authorities such as `eto.example.test:443` to. */
  readonly routes?: Readonly<Record<string, number>>;
  /** Whom alone it lets through, as `username:password`. */
  readonly basic?: string;
  /** What it writes in place of all that, if anything. */
  readonly talk?: (socket: Socket) => void;
  /** Under TLS where it is given. */
  readonly tls?: { readonly cert: string; readonly key: string };
}

/** A proxy on loopback, and what it was asked for. */
export interface TestProxy {
  readonly url: string;
  readonly port: number;
  readonly asked: readonly { readonly authority: string; readonly headers: IncomingHttpHeaders }[];
  readonly close: () => Promise<void>;
}

/** Starts a proxy that knows CONNECT. */
export const startProxy = async (plan: ProxyPlan): Promise<TestProxy> => {
  const { tls } = plan;
  const asked: { authority: string; headers: IncomingHttpHeaders }[] = [];
  const sockets = new Set<Socket>();
  const server = tls === undefined ? createServer() : createSecureServer(tls);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    asked.push({ authority: request.url ?? '', headers: request.headers });
    socket.on('error', () => undefined);
    serve(plan, request, socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://${tls === undefined ? '127.0.0.1' : 'localhost'}:${String(port)}`,
    port,
    asked,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const serve = (
  { routes = {}, basic, talk }: ProxyPlan,
  { url = '', headers }: IncomingMessage,
  socket: Socket,
): void => {
  if (talk !== undefined) {
    talk(socket);
    return;
  }
  const expected = basic === undefined ? undefined : `Basic ${Buffer.from(basic).toString('base64')}`;
  if (headers['proxy-authorization'] !== expected) {
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="kantoor"\r\n\r\n');
    return;
  }
  const port = routes[url];
  if (port === undefined) socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  else lead(socket, port);
};

const lead = (socket: Socket, port: number): void => {
  const onward = connect(port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    socket.pipe(onward).pipe(socket);
  });
  onward.on('error', () => socket.destroy());
  onward.on('close', () => socket.destroy());
  socket.on('close', () => onward.destroy());
};
