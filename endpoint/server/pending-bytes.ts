import type { Socket } from 'node:net';

/** Bytes of a connection that belong to no request yet. */
export interface PendingBytes {
  /** The first of them. */
  readonly bytes: () => Uint8Array;
  /** All of them. */
  readonly count: () => number;
  /** When the first came; undefined while there are none. */
  readonly since: () => number | undefined;
  /** A request begins: what follows is its body. */
  readonly pause: () => void;
  /** A request is complete: what follows belongs to the next. */
  readonly resume: () => void;
}

/** Bytes that are kept: enough to recognise what a client speaks. */
const most = 4096;

/** A later HTTP/1 is read as 1.1 (RFC 9110, 2.5), which Node's parser would not do. */
const readAsKnownVersion = (chunk: Buffer): void => {
  const [line] = laterVersion.exec(chunk.subarray(0, most).toString('latin1')) ?? [];
  if (line !== undefined) chunk.write('1', line.length - 1, 'latin1');
};

const laterVersion = /^(?:\r\n)*[A-Z]+ \S+ HTTP\/1\.[2-9](?=\r\n)/;

/** Node's parser takes some other protocols that are written alike for HTTP; a name that it has not makes it refuse them. */
const refuseOtherProtocol = (chunk: Buffer): void => {
  const [line, name = ''] = otherProtocol.exec(chunk.subarray(0, most).toString('latin1')) ?? [];
  if (line !== undefined) chunk.write('X', line.length - name.length, 'latin1');
};

const otherProtocol = /^(?:\r\n)*[A-Z]+ \S+ (ICE|RTSP)(?=\/)/;

/** Watches what a connection sends. */
export const watchPending = (socket: Socket, now: () => number): PendingBytes => {
  let pieces: Uint8Array[] = [];
  let count = 0;
  let kept = 0;
  let since: number | undefined;
  let isPaused = false;
  const clear = (): void => {
    pieces = [];
    count = 0;
    kept = 0;
    since = undefined;
  };
  // Before the parser of Node, so that bytes are here when it begins a request.
  socket.prependListener('data', (chunk: Buffer) => {
    if (isPaused) return;
    const piece = Uint8Array.from(chunk.subarray(0, most - kept));
    if (count === 0) {
      readAsKnownVersion(chunk);
      refuseOtherProtocol(chunk);
    }
    since ??= now();
    count += chunk.length;
    kept += piece.length;
    if (piece.length > 0) pieces.push(piece);
  });
  return {
    bytes: () => Buffer.concat(pieces),
    count: () => count,
    since: () => since,
    pause: () => {
      clear();
      isPaused = true;
    },
    resume: () => {
      isPaused = false;
    },
  };
};
