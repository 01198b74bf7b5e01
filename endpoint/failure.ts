import { errorCode } from './error-code.ts';
import type { WireFailure } from './exchange.ts';
import { ProxyError } from './proxy/proxy-error.ts';

type Kind = WireFailure['kind'];

/** What broke off, as far as the transport knows. */
export interface Breakage {
  readonly error: unknown;
  /** True once the first byte of an answer had come. */
  readonly answering: boolean;
}

/** The failure that an error of the transport stands for. */
export const failureOf = ({ error, answering }: Breakage): WireFailure => {
  const code = errorCode(error);
  const kind = kindOf(code, error, answering);
  return { kind, code, message: `${remediesByCode[code] ?? remedies[kind]} (${messageOf(error)})` };
};

const remedies: Readonly<Record<Kind, string>> = {
  dns: 'The host name is not known. Check the host in the URL, and DNS',
  refused: 'Nothing listens there. Check host and port, and whether the endpoint is up',
  unreachable: 'The network gives no route to the host. Check VPN, firewall and proxy',
  proxy: 'Nothing has reached the endpoint. Ask 3pas doctor for the cause and the way out',
  tls: 'No TLS connection came about. Check http or https in the URL, the port, and the certificates',
  timeout:
    'No complete answer came in time. Look why the endpoint is slow, or allow more time (limits.timeoutMs in the profile)',
  reset: 'The connection was closed before an answer came. Check http or https in the URL, and the endpoint’s log',
  truncated: 'The answer broke off half-way. Check the endpoint’s log',
  'too-large': 'The answer is larger than we read. Check whether the URL is that of the service',
  budget: 'The budget of requests is used up. Raise it in the profile',
  aborted: 'The run was stopped',
  other: 'The answer is not HTTP as we know it. Check whether the URL is that of the service',
};

/** What we did ourselves has a way out of its own. */
const remediesByCode: Readonly<Record<string, string>> = {
  AVOIDED_ADDRESS:
    'Nothing was sent, since it would have gone to production. Deliver to a test host, or list this one in testHosts',
};

const kindsByCode: Readonly<Record<string, Kind>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_OVERFLOW: 'too-large',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'too-large',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'truncated',
  AVOIDED_ADDRESS: 'unreachable',
  UND_ERR_ABORTED: 'aborted',
  ABORT_ERR: 'aborted',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
};

const kindOf = (code: string, error: unknown, answering: boolean): Kind => {
  if (error instanceof DOMException && error.name === 'TimeoutError') return 'timeout';
  if (error instanceof ProxyError) return 'proxy';
  const kind = kindsByCode[code] ?? (isTls(code) ? 'tls' : 'other');
  return kind === 'reset' && answering ? 'truncated' : kind;
};

/** Codes of OpenSSL's certificate verification, of Node's TLS, and of a peer that does not speak it. */
const isTls = (code: string): boolean =>
  code === 'EPROTO' ||
  /^ERR_(?:SSL|TLS|OSSL)_/.test(code) ||
  /^(?:CERT|CRL|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|HOSTNAME|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|ERROR_IN_C|ISSUER)_?/.test(
    code,
  );

const messageOf = (error: unknown): string => (error instanceof Error ? error.message.trim() || error.name : 'unknown');
