import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { deadline } from './deadline.ts';
import type { WireFailure, WireResponse } from './exchange.ts';
import { failureOf } from './failure.ts';
import { type GatheredBytes, gatherBytes } from './gathered-bytes.ts';
import type { Lane } from './lane.ts';

/** The methods that the client uses. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A request as it goes over the wire, secrets included: nothing of it may be recorded. */
export interface Transmission {
  readonly method: Method;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly chunked: boolean;
  readonly onSent: (() => void) | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Bounds on an answer. */
export interface Bounds {
  readonly totalMs: number;
  readonly maxResponseBytes: number;
}

/** What came back. */
export type Outcome = { readonly response: WireResponse } | { readonly failure: WireFailure };

/** Sends one request over a lane; never rejects, and sends nothing twice. */
export const transmit = async (lane: Lane, transmission: Transmission, bounds: Bounds): Promise<Outcome> => {
  const isReused = await lane.begin();
  const limit = deadline(bounds.totalMs, transmission.signal);
  const arrived: Arrived = { head: undefined, body: gatherBytes() };
  try {
    const answer = await lane.client.request(requestOf(transmission, limit.signal));
    arrived.head = { status: answer.statusCode, headers: plain(answer.headers) };
    const complete = await collect(answer.body, arrived, bounds.maxResponseBytes);
    if (!complete) return { failure: tooLarge(arrived, bounds) };
    const broken = unframed(arrived) ? lane.socketError() : undefined;
    if (broken !== undefined) return broke(broken, arrived, true);
    lane.end(announcesEnd(arrived), keptMs(arrived));
    return { response: responseOf(arrived) };
  } catch (error) {
    if (stopped(transmission) && !limit.expired()) return { failure: aborted(arrived) };
    const { read, written } = lane.traffic();
    const outcome = broke(error, arrived, arrived.head !== undefined || read > 0);
    return read > 0 ? outcome : unanswered(lane, outcome, { isReused, isUnsent: written === 0 });
  } finally {
    limit.clear();
  }
};

const stopped = ({ signal }: Transmission): boolean => signal?.aborted === true;

/** What broke off before any answer, with what is known of how far the request went. */
const unanswered = (
  lane: Lane,
  { failure }: { readonly failure: WireFailure },
  { isReused, isUnsent }: { readonly isReused: boolean; readonly isUnsent: boolean },
): Outcome => {
  if (isUnsent) return { failure: { ...failure, unsent: true } };
  if (!isReused && !lane.wasOpenedLate()) return { failure };
  if (isReused) lane.closedBefore();
  return { failure: { ...failure, reused: true } };
};

const announcesEnd = ({ head }: Arrived): boolean => /\bclose\b/i.test(head?.headers['connection'] ?? '');

/** Milliseconds that the peer says it keeps an idle connection. */
const keptMs = ({ head }: Arrived): number | undefined => {
  const [, seconds] = /(?:^|[\s,])timeout=(\d{1,6})\b/i.exec(head?.headers['keep-alive'] ?? '') ?? [];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
};

/** What has come in so far. */
export interface Arrived {
  head: Omit<WireResponse, 'body'> | undefined;
  readonly body: GatheredBytes;
}

const requestOf = (transmission: Transmission, signal: AbortSignal): Dispatcher.RequestOptions => {
  const { method, path, headers, body, chunked, onSent } = transmission;
  const bare = method === 'GET' && body.length === 0;
  return { method, path, headers, signal, body: bare ? null : chunked ? Readable.from(inChunks(body, onSent)) : body };
};

/** Pieces of uneven length, so that no piece ends where an element does. */
async function* inChunks(body: Uint8Array, onSent: (() => void) | undefined): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < body.length; start += chunkLength) {
    yield body.subarray(start, start + chunkLength);
    await Promise.resolve();
  }
  onSent?.();
}

const chunkLength = 1021;

/** Many times the pieces in which the largest answer comes; a million of one byte take a second to gather. */
const mostPieces = 16_384;

/** Takes in a body, at most so many bytes; tells whether that was all of it. */
export const collect = async (body: AsyncIterable<Uint8Array>, arrived: Arrived, most: number): Promise<boolean> => {
  let pieces = 0;
  for await (const chunk of body) {
    if ((pieces += 1) > mostPieces) return false;
    const room = most - arrived.body.length();
    arrived.body.add(chunk.subarray(0, room));
    if (chunk.length > room) return false;
  }
  return true;
};

/** Without a length the end of the connection is the end of the answer, be it a reset. */
const unframed = ({ head }: Arrived): boolean =>
  head !== undefined && !('content-length' in head.headers) && !('transfer-encoding' in head.headers);

/** What arrived, as a response. */
export const responseOf = ({ head, body }: Arrived): WireResponse => ({
  status: head?.status ?? 0,
  headers: head?.headers ?? {},
  body: body.whole(),
});

const received = (arrived: Arrived): Pick<WireFailure, 'received'> =>
  arrived.head === undefined ? {} : { received: responseOf(arrived) };

/** What an error of the connection came to. */
export const broke = (error: unknown, arrived: Arrived, answering: boolean): { readonly failure: WireFailure } => ({
  failure: { ...failureOf({ error, answering }), ...received(arrived) },
});

/** That the run was stopped before the answer. */
export const aborted = (arrived: Arrived): WireFailure => ({
  kind: 'aborted',
  code: 'ABORT_ERR',
  message: 'The run was stopped before the answer was complete.',
  ...received(arrived),
});

/** That an answer takes more than we read. */
export const tooLarge = (arrived: Arrived, { maxResponseBytes }: Bounds): WireFailure => ({
  kind: 'too-large',
  code: 'TOO_LARGE',
  message: `The answer is larger than the ${String(maxResponseBytes)} bytes, or the ${String(mostPieces)} pieces, that we read. Check whether the URL is that of the service.`,
  ...received(arrived),
});

/** Headers by their names in small letters. */
export const plain = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
