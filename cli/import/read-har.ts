import * as v from 'valibot';
import { isSoap, joined, type Pair, type Read } from './pair.ts';

const headers = v.optional(v.array(v.object({ name: v.string(), value: v.string() })), []);

/** HTTP Archive 1.2, as far as it is read. */
const har = v.object({
  log: v.object({
    entries: v.array(
      v.object({
        startedDateTime: v.string(),
        time: v.optional(v.number(), 0),
        request: v.object({
          method: v.string(),
          url: v.string(),
          headers,
          bodySize: v.optional(v.number(), -1),
          postData: v.optional(v.object({ text: v.optional(v.string()), encoding: v.optional(v.string()) })),
        }),
        response: v.object({
          status: v.number(),
          headers,
          content: v.optional(v.object({ text: v.optional(v.string()), encoding: v.optional(v.string()) }), {}),
        }),
      }),
    ),
  }),
});

/** Reads an HTTP Archive; undefined for what is none. */
export const readHar = (name: string, bytes: Uint8Array): Read | undefined => {
  const parsed = v.safeParse(har, jsonIn(bytes));
  if (!parsed.success) return undefined;
  const all = parsed.output.log.entries.map((entry, index) => pairOf(entry, `${name}#${String(index + 1)}`));
  const pairs = all.filter(isSoap);
  return { pairs, others: all.length - pairs.length };
};

const jsonIn = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    );
  } catch {
    return undefined;
  }
};

type Entry = v.InferOutput<typeof har>['log']['entries'][number];

const pairOf = ({ startedDateTime, time, request, response }: Entry, from: string): Pair => {
  const body = bytesOf(request.postData);
  const named = request.headers
    .filter(({ name }) => !name.startsWith(':'))
    .map(({ name, value }) => [name, value] as const);
  return {
    from,
    method: request.method,
    url: request.url,
    headers: named,
    body,
    isCut: body.length === 0 && request.bodySize > 0,
    response:
      response.status === 0
        ? undefined
        : {
            status: response.status,
            headers: joined(response.headers.map(({ name, value }) => [name, value] as const)),
            body: bytesOf(response.content),
          },
    startedAt: momentOf(startedDateTime),
    durationMs: Math.max(0, Math.round(time)),
  };
};

const bytesOf = (
  content: { readonly text?: string | undefined; readonly encoding?: string | undefined } | undefined,
): Uint8Array => Buffer.from(content?.text ?? '', content?.encoding === 'base64' ? 'base64' : 'utf8');

const momentOf = (said: string): number => {
  const moment = Date.parse(said);
  return Number.isNaN(moment) ? 0 : moment;
};
