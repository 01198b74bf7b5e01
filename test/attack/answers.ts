import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { badEndpoint } from '../run/bad-endpoints.ts';
import type { Attack, Topic } from './attempt.ts';
import { bugIn } from './command.ts';
import { type RunEnded, runAt } from './run-at.ts';

/** What an endpoint does with a connection once a request begins to come in. */
interface Behaviour {
  readonly name: string;
  readonly act: (socket: Socket) => void;
}

const mebibyte = 1024 * 1024;
const soap = (inner: string): string =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${inner}</s:Body></s:Envelope>`;
const fault = (text: string): string =>
  soap(`<s:Fault><faultcode>s:Client</faultcode><faultstring>${text}</faultstring></s:Fault>`);

const answer =
  (body: Buffer | string, { status = '200 OK', more = '' } = {}) =>
  (socket: Socket): void => {
    const bytes = Buffer.from(body);
    socket.write(
      `HTTP/1.1 ${status}\r\nContent-Type: text/xml; charset=utf-8\r\nContent-Length: ${String(bytes.length)}\r\n${more}Connection: close\r\n\r\n`,
    );
    socket.end(bytes);
  };

/** Writes a piece for as long as the other side listens. */
const pour =
  (head: string, piece: string) =>
  (socket: Socket): void => {
    socket.write(head);
    const more = (): void => {
      while (!socket.destroyed && socket.write(piece));
    };
    socket.on('drain', more);
    more();
  };

const open = 'HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n';

const behaviours: readonly Behaviour[] = [
  { name: '10 MB of <', act: answer('<'.repeat(10 * mebibyte)) },
  { name: '1.3 MB of an answer', act: answer(soap(`<x>${'a'.repeat(1.3 * mebibyte)}</x>`)) },
  { name: 'a body without end', act: pour(`${open}\r\n`, 'a'.repeat(65_536)) },
  {
    name: 'chunks without end',
    act: pour(`${open}Transfer-Encoding: chunked\r\n\r\n`, `10000\r\n${'a'.repeat(65_536)}\r\n`),
  },
  { name: 'chunks of one byte', act: pour(`${open}Transfer-Encoding: chunked\r\n\r\n`, '1\r\na\r\n'.repeat(1000)) },
  {
    name: 'a chunk extension without end',
    act: pour(`${open}Transfer-Encoding: chunked\r\n\r\n1;`, 'a'.repeat(65_536)),
  },
  { name: 'headers without end', act: pour('HTTP/1.1 200 OK\r\n', `X-${'a'.repeat(1000)}: b\r\n`) },
  { name: 'one header without end', act: pour('HTTP/1.1 200 OK\r\nX: ', 'a'.repeat(65_536)) },
  { name: 'a status line without end', act: pour('HTTP/1.1 200 ', 'a'.repeat(65_536)) },
  { name: 'interim answers without end', act: pour('', 'HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n'.repeat(100)) },
  { name: 'lines without end', act: answer('\n'.repeat(mebibyte - 10)) },
  { name: 'a Fault text of 1 MB', act: answer(fault('x'.repeat(0.98 * mebibyte)), { status: '500 x' }) },
  { name: 'a Fault text of 100,000 lines', act: answer(fault('x\n'.repeat(100_000)), { status: '500 x' }) },
  { name: 'a gzip bomb', act: answer(gzipSync(Buffer.alloc(200 * mebibyte)), { more: 'Content-Encoding: gzip\r\n' }) },
  { name: 'an answer nested 100,000 deep', act: answer('<a>'.repeat(100_000) + '</a>'.repeat(100_000)) },
  {
    name: 'a billion laughs',
    act: answer(
      `<!DOCTYPE a [${Array.from({ length: 12 }, (_, level) => `<!ENTITY e${String(level)} "${level === 0 ? 'x' : `&e${String(level - 1)};`.repeat(10)}">`).join('')}]><a>&e11;</a>`,
    ),
  },
  { name: 'an external entity', act: answer('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>') },
  { name: '200,000 wrong elements', act: answer(soap('<x/>'.repeat(200_000))) },
  {
    name: 'an answer cut off by a reset',
    act: (socket) => {
      socket.write(`${open}Content-Length: 1000000\r\n\r\n${'a'.repeat(500_000)}`, () => {
        socket.resetAndDestroy();
      });
    },
  },
  {
    name: 'a drip of bytes',
    act: (socket) => {
      socket.write(`${open}Content-Length: 1000000\r\n\r\n`);
      const drip = setInterval(() => {
        if (socket.destroyed) clearInterval(drip);
        else socket.write('a');
      }, 50);
    },
  },
  { name: 'a redirect to itself', act: answer('', { status: '307 x', more: 'Location: /\r\n' }) },
  {
    name: 'a redirect to production',
    act: answer('', { status: '308 x', more: 'Location: https://drop.overheid.nl/\r\n' }),
  },
  {
    name: 'an upgrade',
    act: answer('', { status: '101 Switching Protocols', more: 'Upgrade: x\r\nConnection: upgrade\r\n' }),
  },
  {
    name: 'random bytes',
    act: (socket) => {
      socket.end(Uint8Array.from({ length: 50_000 }, (_, index) => (index * 7919) % 251));
    },
  },
  {
    name: 'an answer for every number',
    act: answer(soap('<r xmlns="http://schemas.koopwrp.nl/2020/01/drp/api/"><Dossiernummer>1</Dossiernummer></r>')),
  },
];

/** Megabytes that the largest process of a run may hold, and that its folder may come to. */
const most = { memory: 600, folder: 60, files: 250 };

const sizeOf = (folder: string): { readonly megabytes: number; readonly files: number } => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  return { megabytes: bytes / mebibyte, files: files.length };
};

/** What a run at a hostile endpoint must leave, whatever that endpoint does. */
const unfit = (ended: RunEnded): string | undefined => {
  const { code, out, peak } = ended;
  const bug = bugIn(ended);
  if (bug !== undefined) return bug;
  if (code !== 1 && code !== 3) return `exit code ${String(code)}: ${ended.stderr.slice(-300)}`;
  if (/\b(?:PASSED|GESLAAGD)\b/.test(ended.stdout)) return 'the word PASSED';
  for (const file of ['opruimlijst.csv', 'junit.xml', 'allure-report/index.html', 'results.ndjson'])
    if (!existsSync(join(out, file))) return `no ${file}`;
  if (peak > most.memory) return `a process held ${peak.toFixed(0)} MB`;
  const { megabytes, files } = sizeOf(out);
  if (megabytes > most.folder) return `the folder holds ${megabytes.toFixed(0)} MB`;
  if (files > most.files) return `the folder holds ${String(files)} files`;
  return readFileSync(join(out, 'junit.xml'), 'utf8').includes('root:x:0:0') ? 'a file of this machine' : undefined;
};

const answerAttack = (folder: string, { name, act }: Behaviour): Attack => ({
  name,
  act: async () => {
    const endpoint = await badEndpoint(act);
    try {
      return unfit(await runAt(folder, endpoint.url));
    } finally {
      await endpoint.close();
    }
  },
});

/** Whatever an endpoint answers, the run stays bounded, makes its report, and ends with the right code. */
export const answers: Topic = {
  topic: 'answers of an endpoint',
  isSliced: false,
  open: (folder) =>
    Promise.resolve({
      attacks: behaviours.map((one) => answerAttack(folder, one)),
      close: () => Promise.resolve(),
    }),
};
