import { X509Certificate } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { WireRequest } from '#contract/wire/exchange';
import { isSecretName, withoutSecretParameters } from '../secret-name.ts';
import { tlsFacts } from '../tls-facts.ts';
import type { Guest } from './connections.ts';
import type { Begun } from './inbound-exchange.ts';
import { originForm } from './request-target.ts';
import { clientOn } from './tls-settings.ts';

/** Headers of a request by name, in lower case; repeated ones are joined. */
export const headersOf = (incoming: IncomingMessage): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  ),
  // Node gives the first of several, none of which can be trusted.
  host: (incoming.headersDistinct['host'] ?? []).join(', '),
});

/** Where a request stands, and since when. */
interface Standing {
  readonly guest: Guest | undefined;
  readonly startedAt: number;
  /** Names of headers that carry credentials here, in lower case, besides those that do so elsewhere. */
  readonly secret: ReadonlySet<string>;
}

/** The head of a request as it is recorded, without credentials. */
export const headOf = (incoming: IncomingMessage, { guest, startedAt, secret }: Standing): Begun => {
  const { socket, method = '', rawHeaders, httpVersion } = incoming;
  const target = withoutSecretParameters(incoming.url ?? '');
  const shown = (name: string, value: string): string =>
    secret.has(name.toLowerCase()) || isSecretName(name) ? hidden(value) : value;
  const headers = Object.entries(headersOf(incoming)).map(([name, value]) => [name, shown(name, value)] as const);
  const pairs = Array.from({ length: rawHeaders.length / 2 }, (_, index) => {
    const [name = '', value = ''] = rawHeaders.slice(2 * index, 2 * index + 2);
    return [name, shown(name, value)] as const;
  });
  const { target: path } = originForm(target);
  const url = originOf(socket) + (path.startsWith('/') ? path : '/');
  return {
    ...withoutHead(socket, { guest, startedAt }),
    request: { method, url, headers: Object.fromEntries(headers), body: new Uint8Array() },
    inbound: { ...standingOf(guest, socket), target, httpVersion, rawHeaders: pairs },
  };
};

/** The head that is recorded where no request could be read. */
export const withoutHead = (socket: Socket, { guest, startedAt }: Omit<Standing, 'secret'>): Begun => {
  const request: WireRequest = { method: '', url: `${originOf(socket)}/`, headers: {}, body: new Uint8Array() };
  return {
    request,
    tls: tlsFacts(socket),
    identity: identityOn(socket),
    startedAt,
    inbound: standingOf(guest, socket),
  };
};

const standingOf = (guest: Guest | undefined, { remoteAddress = '' }: Socket): Begun['inbound'] => ({
  connection: guest?.number ?? 0,
  peer: guest?.peer ?? remoteAddress,
  target: '',
  httpVersion: '',
  rawHeaders: [],
  bodyBytes: 0,
  isCut: false,
});

/** The address that was listened on; the name that the client used is in its Host header. */
const originOf = (socket: Socket): string => `${socket instanceof TLSSocket ? 'https' : 'http'}://${addressOf(socket)}`;

/** The address and port that a connection came to, as in a Host header. */
export const addressOf = ({ localAddress = 'localhost', localPort = 0 }: Socket): string =>
  `${localAddress.includes(':') ? `[${localAddress}]` : localAddress}:${String(localPort)}`;

const identityOn = (socket: Socket): string | undefined => {
  const chain = socket instanceof TLSSocket ? clientOn(socket).chain : [];
  return chain.length === 0 ? undefined : chain.map((one) => new X509Certificate(one).toString()).join('');
};

/** The scheme of credentials is kept: `Basic ***`. */
const hidden = (value: string): string => `${/^[\w-]+(?= )/.exec(value)?.[0] ?? ''} ***`.trim();
