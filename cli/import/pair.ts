import type { WireResponse } from '#contract/wire/exchange';
import { isCodingHeader, uncoded } from '../check/codings.ts';

/** A request and its answer as some tool kept them. */
export interface Pair {
  /** Where it was found: a file, and a number in it. */
  readonly from: string;
  readonly method: string;
  readonly url: string;
  /** As sent and in that order; empty where the tool kept none. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  /** Set where the headers name codings that the body is no longer in. */
  readonly isUncoded?: boolean;
  /** Whether the tool kept less of the body than was sent. */
  readonly isCut: boolean;
  /** Undefined where none was kept. */
  readonly response: WireResponse | undefined;
  /** Set where the tool says that no answer came, and not only that it kept none. */
  readonly isLost?: boolean;
  /** Milliseconds since the epoch; 0 where the tool kept none. */
  readonly startedAt: number;
  readonly durationMs: number;
}

/** What a file holds: pairs, and how many requests in it were none of SOAP. */
export interface Read {
  readonly pairs: readonly Pair[];
  readonly others: number;
}

/** Whether a request is one of SOAP, whatever became of its body. */
export const isSoap = ({ method, headers, body }: Pick<Pair, 'method' | 'headers' | 'body'>): boolean =>
  method === 'POST' &&
  (headers.some(([name]) => name.toLowerCase() === 'soapaction') ||
    Buffer.from(body.subarray(0, 4000)).toString('latin1').replaceAll('\0', '').includes('Envelope'));

/** A request or an answer out of the codings that its headers name. */
export const uncodedBody = (headers: Pair['headers'], body: Uint8Array): Pick<Pair, 'body' | 'isUncoded'> => {
  const { body: plain, bare } = uncoded(headers, body);
  return { body: plain, ...(bare ? { isUncoded: true } : {}) };
};

/** The answer that came with these headers, which describe its body as it is kept. */
export const answerOf = (status: number, headers: Pair['headers'], body: Uint8Array): WireResponse => {
  const { body: plain, bare } = uncoded(headers, body);
  return { status, headers: joined(bare ? withoutCodings(headers) : headers), body: plain };
};

/** Headers but for those of codings. */
export const withoutCodings = (headers: Pair['headers']): Pair['headers'] =>
  headers.filter(([name]) => !isCodingHeader(name));

/** Headers by lower-case name, repeated ones joined. */
export const joined = (headers: Pair['headers']): Readonly<Record<string, string>> => {
  const all = new Map<string, string>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const before = all.get(key);
    all.set(key, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(all);
};
