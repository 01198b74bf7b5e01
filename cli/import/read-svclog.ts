import { sourceText } from '../check/source-text.ts';
import { type Held, type Pair, type Read, uncodedPair } from './pair.ts';

/** One message in a trace of WCF. */
interface Traced {
  readonly source: string;
  readonly activity: string;
  readonly at: number;
  readonly headers: Pair['headers'];
  readonly method: string;
  readonly url: string;
  readonly status: number | undefined;
  /** What the record of HTTP beside it says that it is. */
  readonly is: 'request' | 'answer' | undefined;
  readonly envelope: string;
}

/** Reads a message log of WCF (`.svclog`); undefined for what is none. WCF writes messages anew, so white space and prefixes are its own. */
export const readSvclog = (name: string, bytes: Uint8Array): Read | undefined => {
  const { text } = sourceText(bytes);
  if (!text.includes('MessageLogTraceRecord')) return undefined;
  const events = eventsIn(text);
  const all = events.flatMap(tracedIn);
  // What is logged at both levels is one message.
  const isOfTransport = all.some(({ source }) => source.startsWith('Transport'));
  const own = all.filter(({ source }) => source.startsWith(isOfTransport ? 'Transport' : 'ServiceLevel'));
  const requests = own.filter(isRequest);
  const answers = answersTo(requests, own.filter(isAnswer));
  const pairs = requests.map((request, index) => ({
    startedAt: request.at,
    load: () => pairOf(request, answers.get(request), `${name}#${String(index + 1)}`),
  }));
  const torn = events.filter(isTorn).map((event) => ({ event, place: `${name}:${String(lineAt(text, event.start))}` }));
  const left = torn.filter(({ event }) => mayBeRequest(event)).map(({ event, place }) => leftAt(event, place));
  return {
    pairs: [...pairs, ...left],
    others: all.filter((one) => !isRequest(one) && !isAnswer(one)).length,
    ...(torn.length === 0 ? {} : { torn: torn.map(({ place }) => place) }),
  };
};

/** A client sends requests and receives answers; whoever hands messages on logs the other way round too. */
const isRequest = ({ source, is }: Traced): boolean =>
  is === 'request' || (is === undefined && /^TransportSend$|Request$/.test(source));
const isAnswer = ({ source, is }: Traced): boolean =>
  is === 'answer' || (is === undefined && /^TransportReceive$|Reply$/.test(source));

/** Within one activity an answer is to the last request before it that has none yet: the others got none. */
const answersTo = (requests: readonly Traced[], answers: readonly Traced[]): ReadonlyMap<Traced, Traced> => {
  const found = new Map<Traced, Traced>();
  const open = Map.groupBy(requests, ({ activity }) => activity);
  for (const answer of answers) {
    const before = (open.get(answer.activity) ?? []).filter((one) => one.at <= answer.at && !found.has(one));
    const [first, ...others] = before;
    if (first === undefined) continue;
    found.set(
      others.reduce((last, one) => (one.at >= last.at ? one : last), first),
      answer,
    );
  }
  return found;
};

/** An event in a log, up to where the next one begins if it has no end. */
interface LoggedEvent {
  readonly start: number;
  readonly text: string;
  readonly isWhole: boolean;
}

const eventsIn = (text: string): readonly LoggedEvent[] => {
  const starts = [...text.matchAll(/<E2ETraceEvent[\s>]/g)].map(({ index }) => index);
  return starts.map((start, index) => {
    const piece = text.slice(start, starts[index + 1]);
    const end = piece.indexOf('</E2ETraceEvent>');
    return { start, text: end < 0 ? piece : piece.slice(0, end), isWhole: end >= 0 };
  });
};

/** What the log has of a message may be whole where that of its event is not. */
const isTorn = ({ text, isWhole }: LoggedEvent): boolean => !isWhole && !text.includes('</MessageLogTraceRecord>');

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** Unless it says that it is something else. */
const mayBeRequest = ({ text }: LoggedEvent): boolean => {
  const source = first(text, /<MessageLogTraceRecord[^>]*\sSource="([^"]*)"/);
  return !text.includes('<HttpResponse') && (source === '' || /^TransportSend$|Request$/.test(source));
};

const leftAt = (event: LoggedEvent, from: string): Held => {
  const startedAt = momentOf(first(event.text, /\sTime="([^"]*)"/) || first(event.text, /SystemTime="([^"]*)"/));
  const load = (): Pair => ({
    ...{ from, method: 'POST', url: '', headers: [], damaged: [], response: undefined, startedAt, durationMs: 0 },
    ...{ body: Buffer.from(first(event.text, /<(?:[\w.-]+:)?Envelope[\s>][^]*/, 0)), isCut: true, isTorn: true },
  });
  return { startedAt, load };
};

/** The contents of the elements of a name, which are not in each other; linear. */
const pieces = (text: string, name: string): readonly string[] => {
  const found: string[] = [];
  for (let at = text.indexOf(`<${name}`); at >= 0; at = text.indexOf(`<${name}`, at + 1)) {
    const end = text.indexOf(`</${name}>`, at);
    if (end < 0) break;
    found.push(text.slice(at, end));
    at = end;
  }
  return found;
};

const tracedIn = ({ text: event }: LoggedEvent): readonly Traced[] =>
  pieces(event, 'MessageLogTraceRecord').map((record) => {
    const start = first(record, /^<[^>]*>/, 0);
    const [request = ''] = pieces(record, 'HttpRequest');
    const [response] = pieces(record, 'HttpResponse');
    return {
      source: first(start, /\sSource="([^"]*)"/),
      activity: first(event, /ActivityID="([^"]*)"/i),
      at: momentOf(first(start, /\sTime="([^"]*)"/) || first(event, /SystemTime="([^"]*)"/)),
      headers: headersIn(request + (response ?? '')),
      method: first(request, /<Method>([^<]*)</) || 'POST',
      url: unescaped(first(record, /<(?:[\w.-]+:)?To\b[^>]*>([^<]*)</)),
      status: response === undefined ? undefined : statusIn(response),
      is: response !== undefined ? 'answer' : request !== '' ? 'request' : undefined,
      envelope: envelopeIn(record),
    };
  });

/** What a pattern finds in a group, empty where it does not. */
const first = (text: string, pattern: RegExp, group = 1): string => pattern.exec(text)?.[group] ?? '';

const statusIn = (response: string): number => {
  const said = /<StatusCode>([^<]*)</.exec(response)?.[1] ?? '';
  return statuses[said] ?? (/^\d{3}$/.test(said) ? Number(said) : 200);
};

/** WCF names statuses as .NET does. */
const statuses: Readonly<Record<string, number>> = {
  OK: 200,
  Accepted: 202,
  BadRequest: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  RequestEntityTooLarge: 413,
  UnsupportedMediaType: 415,
  InternalServerError: 500,
  BadGateway: 502,
  ServiceUnavailable: 503,
  GatewayTimeout: 504,
};

/** Elements of WebHeaders are called after the headers. */
const headersIn = (properties: string): Pair['headers'] =>
  pieces(properties, 'WebHeaders').flatMap((headers) =>
    [...headers.matchAll(/<([\w.-]+)>([^<]*)<\/\1>/g)].map(
      ([, name = '', value = '']) => [name, unescaped(value)] as const,
    ),
  );

const envelopeIn = (record: string): string => {
  const [start, prefix = ''] = /<((?:[\w.-]+:)?)Envelope[\s>]/.exec(record) ?? [];
  if (start === undefined) return '';
  const end = record.lastIndexOf(`</${prefix}Envelope>`);
  return end < 0 ? '' : record.slice(record.indexOf(start), end + `</${prefix}Envelope>`.length);
};

const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '');

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const momentOf = (said: string): number => {
  const moment = Date.parse(said);
  return Number.isNaN(moment) ? 0 : moment;
};

/** The headers are logged before the transport adds its own: without a Content-Type they are not those that were sent. */
const asSent = (headers: Pair['headers']): Pair['headers'] =>
  headers.some(([name]) => name.toLowerCase() === 'content-type') ? headers : [];

const pairOf = (request: Traced, answer: Traced | undefined, from: string): Pair => ({
  from,
  method: request.method,
  url: request.url,
  headers: asSent(request.headers),
  ...uncodedPair(
    { headers: request.headers, body: Buffer.from(request.envelope) },
    answer && { status: answer.status ?? 200, headers: answer.headers, body: Buffer.from(answer.envelope) },
  ),
  isCut:
    !/<(?:[\w.-]+:)?Body[\s/>]/.test(request.envelope) || /Body[^<>]*>\.\.\. stream \.\.\.</.test(request.envelope),
  startedAt: request.at,
  durationMs: answer === undefined ? 0 : Math.max(0, answer.at - request.at),
});
