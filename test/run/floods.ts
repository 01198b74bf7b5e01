import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { behaviours, head } from './bad-endpoints.ts';

const xml = 'text/xml; charset=utf-8';

const megabyte = 1024 * 1024;

/** Writes for ever, as fast as the other side reads. */
const withoutEnd = (socket: Socket, piece: (turn: number) => string): void => {
  let turn = 0;
  const write = (): void => {
    while (socket.writable && socket.write(piece((turn += 1))));
  };
  socket.on('drain', write);
  write();
};

const soap = (body: string): string =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`;

/** Text that no compression makes much smaller and that is another each time. */
const noise = (length: number): string =>
  randomBytes(Math.ceil(length / 2))
    .toString('hex')
    .slice(0, length);

const answer = (socket: Socket, status: string, body: string): void =>
  void socket.end(`${head(xml, Buffer.byteLength(body), status)}${body}`);

/** Answers that are larger than any honest one, each in a way of its own. */
export const floods = {
  markup: behaviours.flood,
  noise: (socket: Socket) => {
    answer(socket, '200 OK', noise(1_300_000));
  },
  'Fault text': (socket: Socket, before: number) => {
    const fault = `<faultcode>s:Client</faultcode><faultstring>${String(before)} ${noise(megabyte - 1000)}</faultstring>`;
    answer(socket, '500 Internal Server Error', soap(`<s:Fault>${fault}</s:Fault>`));
  },
  'parts of a Fault': (socket: Socket) => {
    const parts = Array.from({ length: 50_000 }, (_, index) => `<d${String(index)}/>`).join('');
    answer(socket, '500 Internal Server Error', soap(`<s:Fault>${parts}</s:Fault>`));
  },
  'dossier number': (socket: Socket, before: number) => {
    const namespace = 'http://schemas.koopwrp.nl/2020/01/drp/api/';
    const number = `<Dossiernummer>${String(before)} ${noise(900_000)}</Dossiernummer>`;
    answer(
      socket,
      '200 OK',
      soap(`<VoegDossierToeEnPubliceerResponse xmlns="${namespace}">${number}</VoegDossierToeEnPubliceerResponse>`),
    );
  },
  name: (socket: Socket) => {
    answer(socket, '200 OK', `<${'a'.repeat(megabyte - 10)}/>`);
  },
  'headers that just fit': (socket: Socket) => {
    const headers = Array.from({ length: 15 }, (_, index) => `X-${String(index)}: ${noise(1000)}\r\n`).join('');
    socket.end(`HTTP/1.1 200 OK\r\n${headers}Content-Length: 4\r\nConnection: close\r\n\r\n<a/>`);
  },
  'headers without end': (socket: Socket) => {
    withoutEnd(socket, (turn) => `${turn === 1 ? 'HTTP/1.1 200 OK\r\n' : ''}X-${String(turn)}: ${'h'.repeat(900)}\r\n`);
  },
  'a header without end': (socket: Socket) => {
    withoutEnd(socket, (turn) => (turn === 1 ? 'HTTP/1.1 200 OK\r\nX: ' : 'h'.repeat(64 * 1024)));
  },
  'a status line without end': (socket: Socket) => {
    withoutEnd(socket, (turn) => (turn === 1 ? 'HTTP/1.1 200 ' : 'O'.repeat(64 * 1024)));
  },
  'a gzip bomb': (socket: Socket) => {
    const bomb = gzipBomb();
    socket.write(head(`${xml}\r\nContent-Encoding: gzip`, bomb.length));
    socket.end(bomb);
  },
} as const;

/** Answers that go on and on without being too large, until the time is up. */
export const drips = {
  'interim answers without end': (socket: Socket) => {
    withoutEnd(socket, () => 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(1000));
  },
  'chunks without end': (socket: Socket) => {
    const start = `HTTP/1.1 200 OK\r\nContent-Type: ${xml}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n`;
    withoutEnd(socket, (turn) => `${turn === 1 ? start : ''}1;${'x'.repeat(1000)}\r\n<\r\n`);
  },
  'trailers without end': (socket: Socket) => {
    const start = `HTTP/1.1 200 OK\r\nContent-Type: ${xml}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n`;
    withoutEnd(socket, (turn) => `${turn === 1 ? start : ''}X-${String(turn)}: ${'h'.repeat(900)}\r\n`);
  },
  'a byte at a time': (socket: Socket) => {
    socket.write(head(xml, megabyte));
    const timer = setInterval(() => socket.write('<'), 20);
    socket.on('close', () => {
      clearInterval(timer);
    });
  },
} as const;

/** A kilobyte that holds a megabyte, a thousand times. */
const gzipBomb = (): Buffer => {
  const member = gzipSync(Buffer.alloc(megabyte));
  return Buffer.concat(Array.from({ length: 1000 }, () => member));
};
