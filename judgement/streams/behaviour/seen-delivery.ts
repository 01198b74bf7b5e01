import { receiverActor } from '#contract/wire/receiver-actor';
import { askedWait } from '#contract/wire/retry-after';
import type { Exchange } from '#contract/wire/exchange';
import type { Answer, Fault } from '../../answer.ts';
import type { Sent } from '../../case.ts';
import type { Delivered } from '../../delivered.ts';
import type { Around } from '../stream-judge.ts';

/** The outcome of a delivery as its sender saw it. */
export type Came =
  /** It got a dossier number. */
  | 'accepted'
  /** The message itself was refused. */
  | 'refused'
  /** The endpoint could not handle it: later is another chance. */
  | 'failed'
  /** No whole answer was taken. */
  | 'lost';

/** A delivery as a judge of behaviour keeps it. */
export interface SeenDelivery {
  readonly sender: string;
  /** When its first byte came, and when its exchange was over; milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
  /** Set where these tell no more than its place in the order. */
  readonly isUntimed?: true | undefined;
  readonly came: Came;
  /** Whether the sender went away before the answer. */
  readonly leftEarly: boolean;
  /** When the sender closed its half of the connection with the answer still to come. */
  readonly halfClosedAt?: number | undefined;
  /** How long the endpoint asked to wait. */
  readonly waitMs: number | undefined;
  readonly said: Delivered;
  /** Equal for deliveries that are the same by the contract. */
  readonly likeness: string;
}

/** The mark of an exchange; undefined for one that is no delivery of the contract, or that was refused before it was read. */
export const seenDelivery = (sent: Sent, around: Pick<Around, 'opinionOf'>): SeenDelivery | undefined => {
  const seen = known.get(sent) ?? see(sent, around);
  if (seen !== undefined) known.set(sent, seen);
  return seen;
};

/** Left of a message that whoever recorded its own traffic did not keep whole: it may be any delivery. */
export type Gap = 'gap';

/** Set where there is such a gap; what a server of ours did not keep whole never was a delivery. */
export const gapIn = ({ exchange: { inbound } }: Sent): Gap | undefined =>
  inbound?.isCut === true && inbound.peer === '' ? 'gap' : undefined;

/** All judges of behaviour keep the same of an exchange: ten thousand are held once. */
const known = new WeakMap<Sent, SeenDelivery>();

const see = (sent: Sent, { opinionOf }: Pick<Around, 'opinionOf'>): SeenDelivery | undefined => {
  const { exchange, answer } = sent;
  if (exchange.request.method !== 'POST' || exchange.request.body.length === 0) return undefined;
  const came = cameOf(exchange, answer);
  if (came === undefined) return undefined;
  const opinion = opinionOf(sent);
  if (opinion.verdict === 'unjudgeable' || opinion.delivered === undefined) return undefined;
  const said = { ...opinion.delivered, elements: shared(opinion.delivered.elements) };
  const { inbound, startedAt, durationMs, outcome } = exchange;
  const until = startedAt + (inbound?.end?.durationMs ?? durationMs);
  return {
    sender: senderOf(exchange),
    ...{ from: startedAt, until, came },
    ...seenByServer(exchange),
    waitMs: 'response' in outcome ? askedWait(outcome.response, until) : undefined,
    said,
    likeness: said.likeness,
  };
};

const seenByServer = (exchange: Exchange): Pick<SeenDelivery, 'isUntimed' | 'leftEarly' | 'halfClosedAt'> => ({
  isUntimed: exchange.inbound?.isUntimed,
  leftEarly: exchange.inbound?.end?.fate === 'answer-not-taken',
  halfClosedAt: halfClosedAt(exchange),
});

const halfClosedAt = ({ startedAt, inbound }: Exchange): number | undefined => {
  const after = inbound?.end?.halfClosedMs;
  return after === undefined ? undefined : startedAt + after;
};

/** Names that many deliveries have are held once. */
const lists = new Map<string, readonly string[]>();

const mostLists = 1000;

const shared = (names: readonly string[]): readonly string[] => {
  const key = names.join(' ');
  const same = lists.get(key) ?? names;
  if (lists.size < mostLists) lists.set(key, same);
  return same;
};

/** A sender without a name is known by its address. */
const senderOf = ({ inbound }: Exchange): string => inbound?.note?.sender ?? inbound?.peer ?? '';

const lost: ReadonlySet<string> = new Set([
  'answer-withheld',
  'answer-not-taken',
  'request-broken-off',
  'no-room',
  'server-failed',
]);

/** Undefined where credentials were refused, since the message was not read, and where it is not known. */
const cameOf = ({ inbound }: Exchange, answer: Answer): Came | undefined => {
  // Whether a killed receiver sent its answer is not known, so what follows is not held against the system.
  if (inbound !== undefined && inbound.end === undefined) return undefined;
  if (inbound?.end !== undefined && lost.has(inbound.end.fate)) return 'lost';
  if (answer.kind === 'accepted') return 'accepted';
  if (answer.kind === 'none') return 'lost';
  if (answer.kind === 'fault' && isOfReceiver(answer.fault)) return undefined;
  if (answer.kind === 'fault') return /^Server(?:\.|$)/.test(answer.fault.code) ? 'failed' : 'refused';
  return byStatus(answer.http);
};

/** A Fault of the receiver that did not forward a delivery, for its own reasons, such as a limit. */
const isOfReceiver = ({ actor, code }: Fault): boolean => actor === receiverActor && code === 'Client';

/** Without a Fault only these say that it is the message that is refused; a page, a redirect or another path says nothing of it. */
const ofMessage: ReadonlySet<number> = new Set([400, 406, 409, 411, 413, 415, 417, 422, 431]);

const byStatus = (http: number): Came | undefined => {
  if (http >= 500 || http === 429) return 'failed';
  return ofMessage.has(http) ? 'refused' : undefined;
};
