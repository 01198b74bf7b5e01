import { ProxyError } from '../proxy/proxy-error.ts';
import type { Tunnel } from '../proxy/tunnel.ts';
import type { Spot } from './reach-port.ts';

/** What became of CONNECT: where it failed, with the code of `ProxyError` and what the proxy said. */
export type TunnelSeen =
  | { readonly kind: 'open' }
  | { readonly kind: 'failed'; readonly code: string; readonly said: string };

/** Opens a tunnel and closes it again; nothing is sent through it. Never rejects. */
export const tryTunnel = async (tunnel: Tunnel, spot: Spot, milliseconds: number): Promise<TunnelSeen> => {
  try {
    (await tunnel(spot, milliseconds)).destroy();
    return { kind: 'open' };
  } catch (error) {
    if (!(error instanceof ProxyError)) throw error;
    return { kind: 'failed', code: error.code, said: error.said };
  }
};
