import { connect } from 'node:net';

/** Opens more connections than there is room for, each with these bytes and then silence; gives what closes them. */
export const openCrowd = async (url: string, bytes: string | Uint8Array): Promise<() => void> => {
  const port = Number(new URL(url).port);
  const sockets = Array.from({ length: 400 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<void>((done) => {
          socket.once('close', done);
          socket.once('connect', () => {
            socket.write(bytes, () => {
              done();
            });
          });
        }),
    ),
  );
  return () => {
    for (const socket of sockets) socket.destroy();
  };
};
