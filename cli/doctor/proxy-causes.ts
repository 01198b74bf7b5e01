import type { HostSeen } from '#endpoint/probe/resolve-host';
import { type PortSeen, type Spot, shownSpot, spotOf } from '#endpoint/probe/reach-port';
import type { TunnelSeen } from '#endpoint/probe/try-tunnel';
import type { RunProxy } from '#harness/run-config';
import { type Cause, cause } from './causes.ts';

/** Where a proxy listens. */
export const proxySpot = ({ url }: RunProxy): Spot => spotOf(new URL(url));

const spotText = (proxy: RunProxy): string => shownSpot(proxySpot(proxy));

/** Why a proxy has no address. */
export const proxyHostCause = (proxy: RunProxy, seen: HostSeen): Cause | undefined =>
  seen.kind === 'found' ? undefined : hostCause(proxy, seen.kind === 'late' ? 'timeout' : seen.code);

/** Why no connection with a proxy came about. */
export const proxyPortCause = (proxy: RunProxy, seen: PortSeen): Cause | undefined =>
  seen.kind === 'open' ? undefined : connectionCause(proxy, seen.kind === 'late' ? 'timeout' : seen.code);

/** Why a proxy gave no way through. */
export const tunnelCause = (proxy: RunProxy, seen: TunnelSeen): Cause | undefined =>
  seen.kind === 'open' ? undefined : proxyCause(proxy, seen.code, seen.said);

/** What a code of `ProxyError` means, with what the proxy said. */
export const proxyCause = (proxy: RunProxy, code: string, said: string): Cause => {
  const plain = code.replace(/^PROXY_/, '');
  if (/^\d+$/.test(plain)) return answerCause(proxy, plain, said);
  if (plain === 'TIMEOUT') return cause('proxy-silent', spotText(proxy), proxy.from);
  if (plain === 'TLS') return cause('proxy-tls', spotText(proxy), proxy.from, said);
  if (/^(?:NOT_HTTP|TOO_LARGE|EARLY_BYTES)$/.test(plain))
    return cause('proxy-not-http', spotText(proxy), proxy.from, plain);
  if (/^(?:ENOTFOUND|EAI_)/.test(plain)) return hostCause(proxy, plain);
  return connectionCause(proxy, plain);
};

const hostCause = (proxy: RunProxy, code: string): Cause =>
  cause('proxy-host-unknown', proxySpot(proxy).host, proxy.from, code);

const answerCause = (proxy: RunProxy, status: string, said: string): Cause => {
  if (status === '407') return authenticationCause(proxy, said);
  const id = /^50[234]$/.test(status) ? 'proxy-gateway' : 'proxy-refuses';
  return cause(id, spotText(proxy), `HTTP ${status} ${said}`.trim());
};

/** Basic is all that the client knows. */
const authenticationCause = (proxy: RunProxy, schemes: string): Cause => {
  if (schemes !== '' && !/\bbasic\b/i.test(schemes)) return cause('proxy-scheme', spotText(proxy), schemes);
  return cause(
    proxy.credentials === undefined ? 'proxy-credentials-missing' : 'proxy-credentials-refused',
    spotText(proxy),
    proxy.from,
  );
};

const connectionCause = (proxy: RunProxy, code: string): Cause => {
  if (code === 'ECONNREFUSED') return cause('proxy-port-refused', spotText(proxy), proxy.from);
  if (/^(?:ECONNRESET|EPIPE|ECONNABORTED)$/.test(code))
    return cause('proxy-hangs-up', spotText(proxy), proxy.from, code);
  return cause('proxy-unreachable', spotText(proxy), proxy.from, code);
};
