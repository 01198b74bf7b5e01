import * as v from 'valibot';
import { isSoap, joined, type Pair, type Read } from './pair.ts';

const said = v.nullish(v.string());
const headers = v.nullish(v.array(v.object({ name: v.string(), value: v.string() })));

/** An entry of HTTP Archive 1.2, as far as it is read; tools write null for what they do not know. */
const entryShape = v.object({
  startedDateTime: said,
  time: v.nullish(v.number()),
  request: v.object({
    method: v.string(),
    url: v.string(),
    headers,
    bodySize: v.nullish(v.number()),
    postData: v.nullish(v.object({ mimeType: said, text: said, encoding: said })),
  }),
  response: v.object({
    status: v.number(),
    headers,
    content: v.nullish(v.object({ text: said, encoding: said })),
  }),
});

const har = v.object({ log: v.object({ entries: v.array(v.unknown()) }) });

/** Reads an HTTP Archive; undefined for what is none. What one tool adds to it in a form of its own is passed over. */
export const readHar = (name: string, bytes: Uint8Array): Read | undefined => {
  const parsed = v.safeParse(har, jsonIn(bytes));
  if (!parsed.success) return undefined;
  const all = parsed.output.log.entries;
  const pairs = all.flatMap((one, index) => {
    const entry = v.safeParse(entryShape, one);
    return entry.success ? [pairOf(entry.output, `${name}#${String(index + 1)}`)].filter(isSoap) : [];
  });
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

type Entry = v.InferOutput<typeof entryShape>;

const pairOf = ({ startedDateTime, time, request, response }: Entry, from: string): Pair => {
  const body = bytesOf(request.postData);
  const sent = named(request.headers).filter(([name]) => !name.startsWith(':'));
  const type = request.postData?.mimeType ?? '';
  const isTyped = type === '' || sent.some(([name]) => name.toLowerCase() === 'content-type');
  return {
    from,
    method: request.method,
    url: request.url,
    headers: isTyped || sent.length === 0 ? sent : [...sent, ['Content-Type', type] as const],
    body,
    isCut: body.length === 0 && (request.bodySize ?? 0) > 0,
    response:
      response.status === 0
        ? undefined
        : {
            status: response.status,
            headers: joined(named(response.headers)),
            body: bytesOf(response.content),
          },
    startedAt: momentOf(startedDateTime ?? ''),
    durationMs: Math.max(0, Math.round(time ?? 0)),
  };
};

const named = (all: v.InferOutput<typeof headers>): Pair['headers'] =>
  (all ?? []).map(({ name, value }) => [name, value] as const);

interface Content {
  readonly text?: string | null | undefined;
  readonly encoding?: string | null | undefined;
}

const bytesOf = (content: Content | null | undefined): Uint8Array =>
  Buffer.from(content?.text ?? '', content?.encoding === 'base64' ? 'base64' : 'utf8');

const momentOf = (said: string): number => {
  const moment = Date.parse(said);
  return Number.isNaN(moment) ? 0 : moment;
};
