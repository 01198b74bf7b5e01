import { type ConnectionOptions, connect } from 'node:tls';
import type { Spot } from './probe/reach-port.ts';
import { ProxyError } from './proxy/proxy-error.ts';
import type { Tunnel } from './proxy/tunnel.ts';

/** Whether something at this address speaks TLS; nothing is sent but a handshake. */
export const speaksTls = async (spot: Spot, milliseconds: number, tunnel: Tunnel | undefined): Promise<boolean> => {
  try {
    const through = tunnel === undefined ? {} : { socket: await tunnel(spot, milliseconds) };
    return await shakes({ ...spot, ...through, timeout: milliseconds });
  } catch (error) {
    if (error instanceof ProxyError) return false;
    throw error;
  }
};

const shakes = (options: ConnectionOptions): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(options);
    const settle = (answer: boolean) => (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('secureConnect', settle(true));
    socket.once('timeout', settle(false));
    socket.once('error', (error: Error & { readonly code?: string }) => {
      settle(certificateProblem.test(error.code ?? ''))();
    });
  });

/** A certificate that does not satisfy us proves a handshake as well; so does an alert. */
const certificateProblem = /CERT|SIGNED|ALTNAME|ALERT|UNABLE_TO_(?:GET|VERIFY)/;
