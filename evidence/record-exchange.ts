import type { Exchange } from '#contract/wire/exchange';
import type { KeptBytes, Recorded } from '#contract/wire/kept-bytes';
import { shortened, shortenedBoth, shortenedHeaders } from '#contract/texts/shortened';
import { type Answer, isSoap, refusalIn } from '#judgement/answer';
import { delivers, mayBeDossier } from '#judgement/may-be-dossier';
import { referenceIn } from './reference-in.ts';
import type { Sent } from '#judgement/case';
import type { ExchangeRecorded } from './event.ts';
import type { Journal, Whose } from './journal.ts';

/** Bytes of one exchange that are kept at most, unless more are asked for. */
const mostOfExchange = 1 * 1024 * 1024;

const encoder = new TextEncoder();

/** The check that an exchange is made for. */
export interface RecordedFor {
  readonly key: string;
  readonly documentType: string | undefined;
  /** Bytes that are kept at most; 1 MiB unless said. */
  readonly most?: number | undefined;
  /** Of a vendor's own delivery that left for an endpoint, where its dossier stays: what it goes by. */
  readonly left?: { readonly reference: string | undefined } | undefined;
  /** Who made the request. */
  readonly request?: Whose | undefined;
}

/** One exchange of a case. */
interface OfCase {
  readonly case: number;
  readonly one: Sent;
}

/** Journals one exchange, once its bytes are on disk, and tells what it left there. */
export const recordExchange = (journal: Journal, check: RecordedFor, of: OfCase): Recorded => {
  const { identity, ...recorded } = keep(journal, of.one.exchange, check);
  journal.append(eventOf(check, of, { ...recorded, identity }));
  return recorded;
};

/** The same, where the event is asked for. */
export const recordedEvent = (journal: Journal, check: RecordedFor, of: OfCase): ExchangeRecorded => {
  const event = eventOf(check, of, keep(journal, of.one.exchange, check));
  journal.append(event);
  return event;
};

type KeptParts = Recorded & { readonly identity: KeptBytes | undefined };

const eventOf = (
  check: RecordedFor,
  { case: number, one }: OfCase,
  { identity, ...recorded }: KeptParts,
): ExchangeRecorded => {
  const { exchange, answer } = one;
  return {
    type: 'exchange',
    id: recorded.id,
    check: check.key,
    case: number,
    purpose: one.purpose,
    constraint: one.origin?.constraint,
    lacks: recorded.lacks ? true : undefined,
    ...requestPart(exchange, recorded.request),
    ...responsePart(exchange, recorded.response),
    tls: exchange.tls,
    identity,
    inbound: inboundPart(exchange),
    startedAt: exchange.startedAt,
    durationMs: exchange.durationMs,
    earlier: exchange.earlier,
    tried: one.tried,
    answer: answer.kind,
    soap: isSoap(answer) || undefined,
    refusal: refusalPart(answer),
    dossierNumber: dossierNumberOf(answer),
    ...dossierPart(one, check.left),
    documentType: check.documentType,
  };
};

/** The request comes first, so that where there is no room for both the answer is cut. */
const keep = (
  journal: Journal,
  exchange: Exchange,
  { most = mostOfExchange, request: whose }: Pick<RecordedFor, 'most' | 'request'>,
): KeptParts => {
  const id = journal.nextId();
  const request = journal.keep(exchange.request.body, most, whose);
  const response = journal.keep(receivedOf(exchange)?.body ?? none, most - (request.place?.bytes ?? 0));
  const identity = journal.keep(encoder.encode(exchange.identity ?? ''), most);
  const lacks = request.lacks || response.lacks || exchange.inbound?.isCut === true;
  return { id, request: request.place, response: response.place, lacks, identity: identity.place };
};

const none = new Uint8Array();

/** The bytes that came in, even if only in part. */
const receivedOf = ({ outcome }: Exchange) => ('response' in outcome ? outcome.response : outcome.failure.received);

const inboundPart = ({ inbound }: Exchange): ExchangeRecorded['inbound'] => {
  if (inbound === undefined) return undefined;
  const { end: _end, ...rest } = inbound;
  return rest;
};

type Part<Key extends keyof ExchangeRecorded> = Pick<ExchangeRecorded, Key>;

const requestPart = (
  { request: { method, url, headers, body } }: Exchange,
  request: KeptBytes | undefined,
): Part<'method' | 'url' | 'requestHeaders' | 'request' | 'requestBytes'> => ({
  method,
  url,
  requestHeaders: headers,
  request,
  requestBytes: body.length,
});

const responsePart = (
  exchange: Exchange,
  response: KeptBytes | undefined,
): Part<'status' | 'responseHeaders' | 'response' | 'responseBytes' | 'reveals' | 'failure'> => {
  const received = receivedOf(exchange);
  return {
    status: received?.status,
    responseHeaders: shortenedHeaders(received?.headers ?? {}),
    response,
    responseBytes: received?.body.length ?? 0,
    reveals: received?.reveals,
    failure: failurePart(exchange),
  };
};

const failurePart = ({ outcome }: Exchange): ExchangeRecorded['failure'] => {
  if ('response' in outcome) return undefined;
  const { kind, code, message, said, unsent, reused } = outcome.failure;
  return {
    kind,
    code: shortened(code),
    message: shortened(message),
    said: said && shortenedBoth(said),
    unsent,
    reused,
  };
};

/** Nothing of what a server of ours received: those dossiers are a vendor's own. */
const dossierPart = (
  { purpose, exchange, answer }: Sent,
  left: RecordedFor['left'],
): Part<'reference' | 'mayBeDossier'> => {
  if (left === undefined && (purpose === 'received' || !delivers(purpose))) return {};
  const isOpen = mayBeDossier(answer) && dossierNumberOf(answer) === undefined;
  const { reference } = left ?? { reference: referenceIn(exchange.request.body) };
  return { reference, mayBeDossier: isOpen || undefined };
};

/** Characters of a code or a place that tell causes apart. */
const mostSaid = 120;

/** A Fault whose detail names no code is told by its own. */
const refusalPart = (answer: Answer): ExchangeRecorded['refusal'] => {
  const { code: said = '', element = '' } = refusalIn(answer) ?? {};
  const code = said === '' && answer.kind === 'fault' ? answer.fault.code : said;
  return code === '' && element === ''
    ? undefined
    : { code: shortened(code, mostSaid), element: shortened(element, mostSaid) };
};

const dossierNumberOf = (answer: Answer): string | undefined =>
  'dossierNumber' in answer && answer.dossierNumber !== '' ? answer.dossierNumber : undefined;
