import type { Carrier, Credentials, HeaderNames } from './credentials.ts';
import type { WireRequest } from './exchange.ts';
import { redacted } from './redact.ts';
import type { Method } from './transport.ts';
import { fillIn } from './wsse.ts';

/** What one request is made of, everything decided. */
export interface Outgoing {
  readonly method: Method;
  readonly url: URL;
  readonly body: Uint8Array;
  readonly chunked: boolean;
  /** Whether leave is asked for the body (Expect: 100-continue). */
  readonly asksFirst: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials: Credentials | undefined;
}

/** How the credentials are carried. */
export interface Carriage {
  readonly carrier: Carrier;
  readonly headerNames: HeaderNames;
  /** Whether header blocks of the message bear them as well. */
  readonly inMessage: boolean;
}

/** A request twice: as it goes over the wire, and as it is recorded, without the secrets. */
export interface Prepared {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly record: WireRequest;
}

/** Puts the credentials in, just before the wire. */
export const prepare = (outgoing: Outgoing, carriage: Carriage): Prepared => {
  const { method, url, credentials } = outgoing;
  const isInside = carriage.carrier === 'wsse' || carriage.inMessage;
  const body = isInside && credentials ? fillIn(outgoing.body, credentials) : outgoing.body;
  const own = lowerCased(outgoing.headers);
  const secrets = credentials === undefined ? {} : secretHeaders(credentials, carriage);
  const framing = framingOf(outgoing, body);
  const recorded = {
    host: url.host,
    connection: 'keep-alive',
    ...hidden({ ...secrets, ...own }, carriage),
    ...framing,
  };
  return {
    headers: { ...secrets, ...own },
    body,
    record: { method, url: url.href, headers: recorded, body: outgoing.body },
  };
};

const secretHeaders = (
  { username, password }: Credentials,
  { carrier, headerNames }: Carriage,
): Readonly<Record<string, string>> => {
  if (carrier === 'basic') return { authorization: `Basic ${base64(`${username}:${password ?? ''}`)}` };
  if (carrier === 'wsse') return {};
  const name = { [headerNames.username.toLowerCase()]: username };
  return password === undefined ? name : { ...name, [headerNames.password.toLowerCase()]: password };
};

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** Headers that bear credentials, whoever set them, are recorded without their value; a scheme stays. */
const hidden = (
  headers: Readonly<Record<string, string>>,
  { carrier, headerNames }: Carriage,
): Readonly<Record<string, string>> => {
  const names = carrier === 'header' ? [headerNames.username, headerNames.password] : [];
  const secret = new Set(['authorization', 'proxy-authorization', 'cookie', ...names.map((one) => one.toLowerCase())]);
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, secret.has(name) ? withoutValue(name, value) : value]),
  );
};

const withoutValue = (name: string, value: string): string => {
  const scheme = name.endsWith('authorization') ? /^[A-Za-z][\w-]* (?=.)/.exec(value)?.[0] : undefined;
  return (scheme ?? '') + redacted;
};

/** The transport frames the body itself; this is what it writes. */
const framingOf = ({ method, chunked, asksFirst }: Outgoing, body: Uint8Array): Readonly<Record<string, string>> => {
  if (chunked) return { 'transfer-encoding': 'chunked' };
  if (method === 'GET' && body.length === 0) return {};
  return { 'content-length': String(body.length), ...(asksFirst ? { expect: '100-continue' } : {}) };
};

const lowerCased = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
