import type { WireResponse } from '#contract/wire/exchange';
import { isCodingHeader, type Uncoded, uncoded } from '#contract/wire/codings';

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
  /** Set for what is left of a message in a log that is torn there. */
  readonly isTorn?: true | undefined;
  /** The codings that request or answer are named to be in and could not be taken out of. */
  readonly damaged: readonly Damaged[];
  /** Undefined where none was kept. */
  readonly response: WireResponse | undefined;
  /** Set where the tool says that no answer came, and not only that it kept none. */
  readonly isLost?: boolean;
  /** Milliseconds since the epoch; 0 where the tool kept none. */
  readonly startedAt: number;
  /** Set where that tells no more than its place in the order. */
  readonly isUntimed?: true | undefined;
  readonly durationMs: number;
}

/** A message that is not to be read as its headers say. */
export interface Damaged {
  readonly of: 'request' | 'answer';
  /** As its headers write them. */
  readonly codings: string;
}

/** A pair where it lies: it is read when it is asked for, so that not all are held at once. */
export interface Held extends Pick<Pair, 'startedAt' | 'isUntimed'> {
  readonly load: () => Pair;
}

/** What a file or folder holds: pairs, and how many things in it belong to none. */
export interface Read {
  readonly pairs: readonly Held[];
  readonly others: number;
  /** Where it is torn, such as `a.svclog:12`: what stood there is not all there any more. */
  readonly torn?: readonly string[];
}

/** Whether a request is one of SOAP, whatever became of its body. */
export const isSoap = ({
  method,
  headers,
  body,
  damaged,
  isTorn,
}: Pick<Pair, 'method' | 'headers' | 'body' | 'damaged' | 'isTorn'>): boolean =>
  method === 'POST' &&
  (isTorn === true ||
    headers.some(([name, value]) => /^soapaction$/i.test(name) || saysXml(damaged, name, value)) ||
    Buffer.from(body.subarray(0, 4000)).toString('latin1').replaceAll('\0', '').includes('Envelope'));

/** What a body that can't be read was sent as. */
const saysXml = (damaged: Pair['damaged'], name: string, value: string): boolean =>
  damaged.some(({ of }) => of === 'request') &&
  /^content-type$/i.test(name) &&
  /^(?:text|application)\/(?:soap\+)?xml/i.test(value);

/** A request and its answer, out of the codings that their headers name. */
export const uncodedPair = (
  request: Coded,
  answer: (Coded & { readonly status: number }) | undefined,
): Pick<Pair, 'body' | 'isUncoded' | 'damaged' | 'response'> => {
  const sent = uncoded(request.headers, request.body);
  const got = answer && uncoded(answer.headers, answer.body);
  return {
    body: sent.body,
    ...(sent.bare ? { isUncoded: true } : {}),
    damaged: [...damagedIn('request', sent), ...(got === undefined ? [] : damagedIn('answer', got))],
    response:
      answer === undefined || got === undefined
        ? undefined
        : {
            status: answer.status,
            headers: joined(got.bare ? withoutCodings(answer.headers) : answer.headers),
            body: got.body,
          },
  };
};

/**
 * Whether a tool kept less of a message than the bytes that it names. One that ends as an envelope does is whole: tools write line
 * ends and characters in their own way, and count otherwise.
 */
export const isShort = (kept: Uint8Array, named: number | undefined): boolean =>
  named !== undefined &&
  named > kept.length &&
  !/<\/(?:[\w.-]+:)?Envelope\s*>\s*$/.test(
    Buffer.from(kept.subarray(-endOfEnvelope)).toString('latin1').replaceAll('\0', ''),
  );

/** Bytes at the end of a message in which its last tag stands. */
const endOfEnvelope = 400;

/** The length of a body that its headers name; undefined where they name none. */
export const namedLength = (headers: Pair['headers']): number | undefined => {
  const said = headers.find(([name]) => /^content-length$/i.test(name))?.[1];
  return said !== undefined && /^\d{1,15}$/.test(said) ? Number(said) : undefined;
};

/** A message as a tool kept it. */
export type Coded = Pick<Pair, 'headers' | 'body'>;

const damagedIn = (of: Damaged['of'], { damaged }: Uncoded): readonly Damaged[] =>
  damaged === undefined ? [] : [{ of, codings: damaged }];

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
