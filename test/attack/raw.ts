import { connect } from 'node:net';

/** An answer as it came, or what came instead. */
export interface RawAnswer {
  /** 0 when no status line came. */
  readonly status: number;
  readonly text: string;
  readonly seconds: number;
}

/** Sends bytes as they are to a port of loopback, and reads until the other side ends or has been silent for a while. */
export const sendRaw = (port: number, bytes: Uint8Array | string, patience = 30_000): Promise<RawAnswer> =>
  new Promise((done) => {
    const started = performance.now();
    const parts: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    const end = (): void => {
      socket.destroy();
      const text = Buffer.concat(parts).toString('utf8');
      done({ status: statusOf(text), text, seconds: (performance.now() - started) / 1000 });
    };
    socket.setTimeout(patience, end);
    socket.on('error', end);
    socket.on('close', end);
    socket.on('data', (chunk: Buffer) => parts.push(chunk));
    socket.write(bytes);
  });

const statusOf = (text: string): number => Number(/^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1] ?? 0);

/** A POST of a delivery in raw form, with headers that replace or join the usual ones; a value of `''` leaves one out. */
export const postOf = (
  { url, action }: { readonly url: string; readonly action: string },
  body: Uint8Array | string,
  headers: Readonly<Record<string, string>> = {},
): Buffer => {
  const { host, pathname } = new URL(url);
  const content = typeof body === 'string' ? Buffer.from(body) : body;
  const all = {
    host,
    authorization: `Basic ${Buffer.from('proefaansluiting:x').toString('base64')}`,
    'content-type': 'text/xml; charset=utf-8',
    soapaction: `"${action}"`,
    'content-length': String(content.length),
    connection: 'close',
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`]));
  return Buffer.concat([Buffer.from(`POST ${pathname} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`), content]);
};
