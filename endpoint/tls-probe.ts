import { connect } from 'node:tls';

/** Whether something at this address speaks TLS; nothing is sent but a handshake. */
export const speaksTls = (host: string, port: number, milliseconds: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: milliseconds });
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
