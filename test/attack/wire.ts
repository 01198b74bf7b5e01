import { startMock } from '#endpoint/mock-process';
import { contract } from '../defects/shared.ts';
import type { Attack, Topic } from './attempt.ts';
import { honest } from './honest.ts';
import { postOf, type RawAnswer, sendRaw } from './raw.ts';

interface Target {
  readonly url: string;
  readonly port: number;
  readonly action: string;
  /** Seconds within which an honest delivery is answered. */
  readonly patience: number;
}

/** Bytes on the wire, and how the mock may answer them. */
interface Hostile {
  readonly name: string;
  readonly bytes: (target: Target) => Buffer | string;
  /** Wrong in an answer, besides what is always wrong; undefined where nothing more is asked. */
  readonly wrong?: (answer: RawAnswer) => string | undefined;
}

const times = (count: number, text: string): string => text.repeat(count);
const numbersIn = ({ text }: RawAnswer): number => text.match(/<(?:\w+:)?Dossiernummer>/g)?.length ?? 0;
const refused = (answer: RawAnswer): string | undefined => (numbersIn(answer) > 0 ? 'it was accepted' : undefined);
const atMostOne = (answer: RawAnswer): string | undefined => (numbersIn(answer) > 1 ? 'two were accepted' : undefined);

const post = (headers: Readonly<Record<string, string>>) => (target: Target) => postOf(target, honest(), headers);
const get = (path: string, host: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
const smuggled = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n';

/** Hosts that a page of the web could lead a browser of this machine to (DNS rebinding), and broken ones. */
const hosts = [
  'kwaad.example',
  'kwaad.example:80',
  '127.0.0.1.kwaad.example',
  'localhost.kwaad.example',
  'localhost@kwaad.example',
  '192.0.2.7',
  '[2001:db8::7]',
  '127.0.0.1:80 kwaad.example',
  '"><script>x</script>',
  "'/><x",
  '&x;',
  'a'.repeat(5000),
];

const wire: readonly Hostile[] = [
  {
    name: 'a length and chunks',
    bytes: (target) => postOf(target, `0\r\n\r\n${smuggled}`, { 'transfer-encoding': 'chunked' }),
    wrong: refused,
  },
  { name: 'two lengths', bytes: (target) => postOf(target, honest(), { 'Content-Length': '5' }), wrong: refused },
  { name: 'a length with a plus', bytes: post({ 'content-length': '+100' }), wrong: refused },
  { name: 'a length below zero', bytes: post({ 'content-length': '-1' }), wrong: refused },
  { name: 'a length past any number', bytes: post({ 'content-length': '9'.repeat(400) }), wrong: refused },
  {
    name: 'chunks that are called otherwise',
    bytes: post({ 'transfer-encoding': 'xchunked', 'content-length': '' }),
    wrong: refused,
  },
  {
    name: 'chunks twice',
    bytes: post({ 'transfer-encoding': 'chunked, chunked', 'content-length': '' }),
    wrong: refused,
  },
  {
    name: 'chunks behind a tab',
    bytes: post({ 'transfer-encoding': '\tchunked', 'content-length': '' }),
    wrong: refused,
  },
  {
    name: 'a chunk size past any number',
    bytes: (target) =>
      postOf(target, `${'f'.repeat(400)}\r\nx`, { 'transfer-encoding': 'chunked', 'content-length': '' }),
    wrong: refused,
  },
  { name: 'a folded header', bytes: post({ x: 'a\r\n b' }), wrong: atMostOne },
  { name: 'a header without a colon', bytes: post({ 'x\r\nzomaar\r\ny': 'z' }), wrong: refused },
  { name: 'a space before the colon', bytes: post({ 'transfer-encoding ': 'chunked' }), wrong: refused },
  { name: 'a NUL in a header', bytes: post({ x: 'a\0b' }), wrong: refused },
  {
    name: 'lines that end with LF alone',
    bytes: (target) => postOf(target, honest()).toString('latin1').replaceAll('\r\n', '\n'),
    wrong: atMostOne,
  },
  { name: 'a header of 1 MB', bytes: post({ x: times(1_000_000, 'a') }), wrong: refused },
  {
    name: '10,000 headers',
    bytes: post(Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`x${String(index)}`, 'a']))),
    wrong: refused,
  },
  { name: 'a path of 1 MB', bytes: () => get(`/${times(1_000_000, 'a')}`, '127.0.0.1') },
  { name: 'a path that climbs', bytes: () => get('/../../../../etc/passwd', '127.0.0.1') },
  { name: 'an encoded path that climbs', bytes: () => get('/_mock/%2e%2e/%2e%2e/etc/passwd', '127.0.0.1') },
  { name: 'a path with a broken escape', bytes: () => get('/_mock/%zz%', '127.0.0.1') },
  {
    name: 'a method that nobody knows',
    bytes: () => 'ZOMAAR / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n',
  },
  {
    name: 'TRACE',
    bytes: () => 'TRACE / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Geheim: 1\r\nConnection: close\r\n\r\n',
    wrong: ({ text }) => (text.includes('X-Geheim') ? 'it echoes' : undefined),
  },
  {
    name: 'CONNECT elsewhere',
    bytes: () => 'CONNECT kwaad.example:443 HTTP/1.1\r\nHost: kwaad.example:443\r\n\r\n',
    wrong: ({ status }) => (status === 200 ? 'a tunnel' : undefined),
  },
  {
    name: 'an absolute address of another host',
    bytes: (target) => postOf(target, honest()).toString('latin1').replace('POST /', 'POST http://kwaad.example/'),
    wrong: refused,
  },
  { name: 'the preface of HTTP/2', bytes: () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n' },
  { name: 'HTTP/0.9', bytes: () => 'GET /\r\n\r\n' },
  { name: 'HTTP/9.9', bytes: () => 'GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n' },
  {
    name: 'a handshake of TLS',
    bytes: () => Buffer.from([22, 3, 1, 0, 200, ...Array.from({ length: 200 }, (_, index) => index)]),
  },
  {
    name: '1,000 requests in a row',
    bytes: ({ port }) =>
      times(1000, `GET /?wsdl HTTP/1.1\r\nHost: 127.0.0.1:${String(port)}\r\n\r\n`) + get('/', '127.0.0.1'),
  },
  ...hosts.map((host): Hostile => ({
    name: `the host ${host.slice(0, 40)}`,
    bytes: (target) => postOf(target, honest(), { host }),
    wrong: refused,
  })),
  ...hosts.map((host): Hostile => ({
    name: `the WSDL for the host ${host.slice(0, 40)}`,
    bytes: ({ url }) => get(`${new URL(url).pathname}?wsdl`, host),
    wrong: ({ text }) =>
      text.includes(host) && text.includes('definitions') ? 'the WSDL repeats the host' : undefined,
  })),
  ...hosts.map((host): Hostile => ({
    name: `the page for the host ${host.slice(0, 40)}`,
    bytes: () => get('/_mock/', host),
    wrong: ({ status }) => (status === 200 ? 'it was shown' : undefined),
  })),
];

const always = (answer: RawAnswer): string | undefined => {
  if (/root:.*:0:0:/.test(answer.text)) return 'a file of this machine came back';
  if (answer.text.includes('interne-fout')) return 'the sender is told of an internal fault';
  return /^\s+at .+:\d+:\d+/m.test(answer.text) ? 'a stack trace' : undefined;
};

const wireAttack = (target: Target, { name, bytes, wrong }: Hostile): Attack => ({
  name,
  quick: name.startsWith('the host') || name.startsWith('the WSDL'),
  act: async () => {
    const answer = await sendRaw(target.port, bytes(target), 3000);
    const broken = always(answer) ?? wrong?.(answer);
    if (broken !== undefined) return broken;
    const after = await sendRaw(target.port, postOf(target, honest()));
    return numbersIn(after) === 1 ? undefined : `an honest delivery afterwards: HTTP ${String(after.status)}`;
  },
});

/** Senders who say nothing, or next to nothing, keep nobody out. */
const crowd = (target: Target, name: string, bytes: string): Attack => ({
  name,
  act: async () => {
    const many = Array.from({ length: 2000 }, () => sendRaw(target.port, bytes, 5000));
    const answer = await sendRaw(target.port, postOf(target, honest()), 10_000);
    await Promise.all(many);
    if (numbersIn(answer) !== 1) return `an honest delivery meanwhile: HTTP ${String(answer.status)}`;
    return answer.seconds > target.patience
      ? `an honest delivery meanwhile took ${answer.seconds.toFixed(1)} s`
      : undefined;
  },
});

/** Whatever comes over a connection, the mock keeps to HTTP, to this machine, and goes on. */
export const wireAttacks: Topic = {
  topic: 'connections to the embedded endpoint',
  isSliced: true,
  open: async (_folder, patience) => {
    const mock = await startMock({ contract, username: 'proefaansluiting', carrier: 'basic' });
    const target = {
      url: mock.url,
      port: Number(new URL(mock.url).port),
      action: contract.service.deliver.action,
      patience,
    };
    return {
      attacks: [
        ...wire.map((one) => wireAttack(target, one)),
        crowd(target, '2,000 connections that say nothing', ''),
        crowd(target, '2,000 connections that say half a line', 'POST / HT'),
        crowd(
          target,
          '2,000 connections that promise a body',
          `POST / HTTP/1.1\r\nHost: 127.0.0.1:${String(target.port)}\r\nContent-Length: 4000000\r\n\r\n`,
        ),
        crowd(
          target,
          '2,000 connections with eight requests each',
          times(8, 'GET /?xsd=dossier.xsd HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'),
        ),
      ],
      close: mock.stop,
    };
  },
};
