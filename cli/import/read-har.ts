import * as v from 'valibot';
import { uncoded } from '#contract/wire/codings';
import { UsageError } from '../usage-error.ts';
import type { Bytes } from './bytes.ts';
import { harOutline, jsonBytes, jsonIn, type Stretch } from './har-outline.ts';
import { type Coded, type Held, isShort, namedLength, type Pair, type Read, uncodedPair } from './pair.ts';

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
  response: v.nullish(
    v.object({ status: v.number(), headers, content: v.nullish(v.object({ text: said, encoding: said })) }),
  ),
});

const har = v.object({ log: v.object({ entries: v.array(v.unknown()) }) });

/** An entry in the outline of a HAR. */
const place = v.object({ at: v.number() });

/**
 * Reads an HTTP Archive; undefined for what is none. What one tool adds to it in a form of its own is passed over. Each entry is
 * looked at once here, and read when it is asked for: there may be more than fit in memory. Throws `FileTooLarge` as `harOutline` does.
 */
export const readHar = (name: string, bytes: Bytes): Read | undefined => {
  const json = jsonBytes(bytes);
  const outline = harOutline(json);
  const parsed = v.safeParse(har, outline?.value);
  if (outline === undefined || !parsed.success) return undefined;
  const all = parsed.output.log.entries;
  const pairs: Held[] = [];
  for (const [index, one] of all.entries()) {
    const stretch = v.is(place, one) ? outline.entries[one.at] : undefined;
    if (stretch === undefined) continue;
    const value = jsonIn(json.subarray(stretch.start, stretch.end));
    if (value === undefined) return undefined;
    const entry = v.safeParse(entryShape, value);
    if (!entry.success) continue;
    const startedAt = momentOf(entry.output.startedDateTime ?? '');
    pairs.push({ startedAt, load: () => pairOf(entryAt(name, json, stretch), `${name}#${String(index + 1)}`) });
  }
  return { pairs, others: all.length - pairs.length };
};

/** As it was when it was looked at first; throws `UsageError` where the file has another content since. */
const entryAt = (name: string, bytes: Bytes, { start, end }: Stretch): Entry => {
  const entry = v.safeParse(entryShape, jsonIn(bytes.subarray(start, end)));
  if (entry.success) return entry.output;
  throw new UsageError({
    nl: `${name} is veranderd terwijl het gelezen werd; geef het bestand opnieuw als het heel is`,
    en: `${name} changed while it was read; give the file again once it is whole`,
  });
};

type Entry = v.InferOutput<typeof entryShape>;

const pairOf = ({ startedDateTime, time, request, response }: Entry, from: string): Pair => {
  const sent = named(request.headers).filter(([name]) => !name.startsWith(':'));
  const posted = bytesOf(request.postData, sent);
  const type = request.postData?.mimeType ?? '';
  const isTyped = type === '' || sent.some(([name]) => name.toLowerCase() === 'content-type');
  return {
    from,
    method: request.method,
    url: request.url,
    headers: isTyped || sent.length === 0 ? sent : [...sent, ['Content-Type', type] as const],
    ...uncodedPair({ headers: sent, body: posted }, answerIn(response)),
    isCut: isShort(posted, sizeOf(request)),
    ...(response?.status === 0 ? { isLost: true } : {}),
    startedAt: momentOf(startedDateTime ?? ''),
    durationMs: Math.max(0, Math.round(time ?? 0)),
  };
};

/** Tools write -1 where they do not know it. */
const sizeOf = ({ bodySize, headers }: Entry['request']): number | undefined =>
  (bodySize ?? 0) > 0 ? (bodySize ?? undefined) : namedLength(named(headers));

/** A tool that heard nothing says so with 0, or leaves the answer out. */
const answerIn = (response: Entry['response']): (Coded & { readonly status: number }) | undefined => {
  if (!response || response.status === 0) return undefined;
  const headers = named(response.headers);
  return { status: response.status, headers, body: bytesOf(response.content, headers) };
};

const named = (all: v.InferOutput<typeof headers>): Pair['headers'] =>
  (all ?? []).map(({ name, value }) => [name, value] as const);

interface Content {
  readonly text?: string | null | undefined;
  readonly encoding?: string | null | undefined;
}

/** Of what is no text some tools write each byte as a character, and others base64 without saying so. */
const bytesOf = (content: Content | null | undefined, sent: Pair['headers']): Uint8Array => {
  const text = content?.text ?? '';
  if (content?.encoding === 'base64') return Buffer.from(text, 'base64');
  const forms = [Buffer.from(text, 'latin1'), ...(isBase64.test(text) ? [Buffer.from(text, 'base64')] : [])];
  const plain = Buffer.from(text);
  if (uncoded(sent, plain).damaged === undefined) return plain;
  return forms.find((form) => form.length > 0 && uncoded(sent, form).damaged === undefined) ?? plain;
};

const isBase64 = /^[A-Za-z\d+/\s]+={0,2}\s*$/;

const momentOf = (said: string): number => {
  const moment = Date.parse(said);
  return Number.isNaN(moment) ? 0 : moment;
};
