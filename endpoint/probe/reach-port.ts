import { connect } from 'node:net';
import { errorCode } from '../error-code.ts';

/** What became of a connection to a port. */
export type PortSeen =
  | { readonly kind: 'open' }
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'late' };

/** Where something is to listen. */
export interface Spot {
  /** A name, or an address without brackets. */
  readonly host: string;
  readonly port: number;
}

/** Where a URL leads to. */
export const spotOf = ({ hostname, port, protocol }: URL): Spot => ({
  host: hostname.replace(/^\[|\]$/g, ''),
  port: Number(port || (protocol === 'http:' ? 80 : 443)),
});

/** Host and port as an address has them: an IPv6 address in brackets. */
export const shownSpot = ({ host, port }: Spot): string => `${host.includes(':') ? `[${host}]` : host}:${String(port)}`;

/** Opens a TCP connection and closes it again; nothing is sent. Never rejects. */
export const reachPort = ({ host, port }: Spot, milliseconds: number): Promise<PortSeen> =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    const settle = (seen: PortSeen): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(seen);
    };
    const timer = setTimeout(settle, milliseconds, { kind: 'late' });
    socket.once('connect', () => {
      settle({ kind: 'open' });
    });
    socket.on('error', (error) => {
      settle({ kind: 'failed', code: errorCode(error) });
    });
  });
