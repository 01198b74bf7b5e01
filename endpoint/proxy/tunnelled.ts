import { type Socket } from 'node:net';
import { type buildConnector, errors } from 'undici';
import { spotOf } from '../probe/reach-port.ts';
import type { Tunnel } from './tunnel.ts';

/** A connector through a proxy: the tunnel and what the direct connector does above it share the milliseconds of one connection. */
export const tunnelled =
  (direct: buildConnector.connector, tunnel: Tunnel, milliseconds: number): buildConnector.connector =>
  (target, done) => {
    const started = performance.now();
    const spot = spotOf(new URL(`${target.protocol}//${target.host ?? target.hostname}`));
    tunnel(spot, milliseconds).then(
      (socket) => {
        if (target.protocol === 'http:') done(null, socket);
        else above(socket, milliseconds - (performance.now() - started), { direct, target, done });
      },
      (error: unknown) => {
        done(error instanceof Error ? error : new Error(String(error)), null);
      },
    );
  };

interface Above {
  readonly direct: buildConnector.connector;
  readonly target: buildConnector.Options;
  readonly done: buildConnector.Callback;
}

/** A socket that is destroyed under TLS does not tell it, so the time is kept here. */
const above = (socket: Socket, milliseconds: number, { direct, target, done }: Above): void => {
  let isOver = false;
  const settle: buildConnector.Callback = (...outcome) => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    done(...outcome);
  };
  const timer = setTimeout(
    () => {
      settle(new errors.ConnectTimeoutError(), null);
      socket.destroy();
    },
    Math.max(1, milliseconds),
  );
  direct({ ...target, httpSocket: socket }, settle);
};
