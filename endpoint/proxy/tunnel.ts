import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { type Socket, isIP } from 'node:net';
import { errorCode } from '../error-code.ts';
import { shownSpot, type Spot, spotOf } from '../probe/reach-port.ts';
import { redactorOf } from '../redact.ts';
import { connectOptions } from '../tls-options.ts';
import { ProxyError } from './proxy-error.ts';
import type { Proxy } from './proxy.ts';
import { refusalIn } from './refusal.ts';

/** Opens a connection to a place through a proxy, within so many milliseconds; rejects with `ProxyError`. */
export type Tunnel = (spot: Spot, milliseconds: number) => Promise<Socket>;

/** Tunnels by CONNECT (RFC 9110 section 9.3.6); a proxy that speaks TLS is verified, by these roots besides the usual ones. */
export const tunnelThrough = (proxy: Proxy, roots: readonly string[] | undefined): Tunnel => {
  const ask = askerOf(proxy, roots);
  const redact = redactorOf(proxy.credentials).text;
  const isSecure = proxy.url.startsWith('https:');
  return async (spot, milliseconds) => {
    const asking = ask(shownSpot(spot));
    const timer = setTimeout(() => asking.destroy(new ProxyError('TIMEOUT', '')), milliseconds);
    try {
      return await answered(asking, redact);
    } catch (error) {
      throw error instanceof ProxyError ? error : brokenOff(error, isSecure);
    } finally {
      clearTimeout(timer);
    }
  };
};

const askerOf = (proxy: Proxy, roots: readonly string[] | undefined): ((authority: string) => ClientRequest) => {
  const url = new URL(proxy.url);
  const spot = spotOf(url);
  const isSecure = url.protocol === 'https:';
  // Named outright, since Node takes the name from the header Host else, which is that of the endpoint.
  const tls = isSecure ? { ...connectOptions({ ca: roots }), servername: isIP(spot.host) === 0 ? spot.host : '' } : {};
  const options = { method: 'CONNECT', agent: false, maxHeaderSize: 16 * 1024, ...spot, ...tls };
  return (authority) => {
    const headers = { host: authority, 'user-agent': '3pas-conformance', ...authorizationOf(proxy) };
    const asking = (isSecure ? requestHttps : requestHttp)({ ...options, path: authority, headers });
    // Else Node says `close`, which is not meant for the tunnel.
    asking.removeHeader('connection');
    return asking;
  };
};

const authorizationOf = ({ credentials }: Proxy): Readonly<Record<string, string>> => {
  if (credentials === undefined) return {};
  const { username, password = '' } = credentials;
  return { 'proxy-authorization': `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}` };
};

const answered = (asking: ClientRequest, redact: (text: string) => string): Promise<Socket> =>
  new Promise((resolve, reject) => {
    asking.on('error', reject);
    asking.once('connect', (answer, socket, early) => {
      // TLS above it tells what breaks.
      socket.on('error', () => undefined);
      const refused = refusalOf(answer, early, redact);
      if (refused === undefined) {
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(refused);
    });
    asking.end();
  });

const refusalOf = (
  answer: IncomingMessage,
  early: Uint8Array,
  redact: (text: string) => string,
): ProxyError | undefined => {
  const { statusCode = 0 } = answer;
  if (statusCode < 200 || statusCode > 299)
    return new ProxyError(String(statusCode), redact(refusalIn(answer)).slice(0, mostCharacters));
  // In HTTP and in TLS the client speaks first.
  return early.length > 0 ? new ProxyError('EARLY_BYTES', '') : undefined;
};

const mostCharacters = 120;

const brokenOff = (error: unknown, isSecure: boolean): ProxyError => {
  const code = errorCode(error);
  if (code === 'HPE_HEADER_OVERFLOW') return new ProxyError('TOO_LARGE', '', { cause: error });
  if (code.startsWith('HPE_')) return new ProxyError('NOT_HTTP', code, { cause: error });
  const isOfSystem = /^E(?!PROTO|RR_)[A-Z_]+$/.test(code);
  return new ProxyError(isSecure && !isOfSystem ? 'TLS' : code, isSecure && !isOfSystem ? code : '', { cause: error });
};
