import type { Socket } from 'node:net';

/** Takes interim answers out of what a socket reads; its parser would take one that nobody asked for as the end. */
export interface InterimFilter {
  /** Awaits the head of the next answer. */
  readonly await: () => void;
  /** Bytes that were taken out so far. */
  readonly passedOver: () => number;
}

/** Passes over interim answers (RFC 9110, 15.2) that come before the head of an answer; 101 stays, since it ends HTTP. */
export const passOverInterim = (socket: Socket): InterimFilter => {
  const read = socket.read.bind(socket) as (size?: number) => Buffer | null;
  let isAwaiting = true;
  let held: Buffer = Buffer.alloc(0);
  let passed = 0;
  const sift = (chunk: Buffer): Buffer | undefined => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (let end = interimEnd(held); end !== 'none'; end = interimEnd(held)) {
      if (end === 'unknown') return undefined;
      passed += end;
      held = held.subarray(end);
    }
    isAwaiting = false;
    const rest = held;
    held = Buffer.alloc(0);
    return rest;
  };
  socket.read = (size?: number): Buffer | null => {
    for (;;) {
      const chunk = read(size);
      if (chunk === null || !isAwaiting) return chunk;
      const rest = sift(chunk);
      if (rest !== undefined) return rest;
    }
  };
  return {
    await: () => {
      isAwaiting = true;
    },
    passedOver: () => passed,
  };
};

/** What a status line of an interim answer begins with; the shortest that decides has so many bytes. */
const interim = /^HTTP\/1\.[01] 1(?!01)\d\d/;
const enough = 12;

/** Many times what an interim answer has; beyond it the parser is left to judge. */
const longestHead = 16 * 1024;

/** The bytes of the interim answer at the start, `none` where another stands there, `unknown` while it could be one. */
const interimEnd = (bytes: Buffer): number | 'none' | 'unknown' => {
  const head = bytes.toString('latin1', 0, longestHead);
  if (head.length < enough) return beginsInterim(head) ? 'unknown' : 'none';
  if (!interim.test(head)) return 'none';
  const end = /\r?\n\r?\n/.exec(head);
  if (end === null) return head.length < longestHead ? 'unknown' : 'none';
  return end.index + end[0].length;
};

/** Whether so few bytes could go on as an interim answer. */
const beginsInterim = (start: string): boolean => interim.test(start + 'HTTP/1.1 100'.slice(start.length));
