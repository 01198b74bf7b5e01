import type { InboundFate } from '#contract/wire/exchange';
import { isOfService } from '../answer.ts';
import { isOfCredentials } from '../credentials-fault.ts';
import type { Sent } from '../case.ts';
import type { OpinionOf } from '../request-opinion.ts';

/** How someone stands who sent something to a server of ours. */
export type Standing =
  /** The service heard it. */
  | 'heard'
  /** It is one for this service, or of a known sender, that came to another door: perhaps the mistake of who was heard. */
  | 'astray'
  /** Nobody knows whose it is. */
  | 'stranger'
  /** It is not the vendor's. */
  | 'other';

/** What came to an end before there was a message. */
const unfinished: ReadonlySet<InboundFate | undefined> = new Set([
  'request-broken-off',
  'request-too-slow',
  'not-http',
  'handshake-failed',
]);

/** Who is not let in is not the sender whom the service hears. */
const noAccess: ReadonlySet<number> = new Set([401, 403]);

/** Statuses of the server for what does not come as far as the service: no access, another path, method or host. */
const atTheDoor: ReadonlySet<number> = new Set([...noAccess, 404, 405, 421]);

type CodesOfCredentials = Parameters<typeof isOfCredentials>[0];

/** Undefined where it says nothing of who sent it, as with what a system kept of its own traffic or what went on to another endpoint. */
export const standingOf = (contract: CodesOfCredentials, sent: Sent, opinionOf?: OpinionOf): Standing | undefined => {
  const { inbound } = sent.exchange;
  if (inbound === undefined) return undefined;
  if (inbound.note?.isOther === true) return 'other';
  if (unfinished.has(inbound.end?.fate)) return 'stranger';
  if (inbound.peer === '' || inbound.note?.forwarded !== undefined) return undefined;
  const { answer } = sent;
  if (answer.kind === 'fault' && isOfCredentials(contract, answer.fault)) return 'stranger';
  return isOfService(answer) ? 'heard' : atDoor(sent, opinionOf);
};

const atDoor = (sent: Sent, opinionOf: OpinionOf | undefined): Standing | undefined => {
  const { answer, exchange } = sent;
  if (answer.kind !== 'http-error' || !atTheDoor.has(answer.http)) return undefined;
  if (noAccess.has(answer.http)) return 'stranger';
  return exchange.inbound?.note?.sender !== undefined || isForUs(sent, opinionOf) ? 'astray' : 'stranger';
};

/** Whether it holds a request of the contract; what there was no time to look at may. */
const isForUs = (sent: Sent, opinionOf: OpinionOf | undefined): boolean => {
  const { method, body } = sent.exchange.request;
  if (method !== 'POST' || body.length === 0) return false;
  const opinion = opinionOf?.(sent);
  return opinion === undefined || (opinion.verdict !== 'unjudgeable' && opinion.operation !== undefined);
};
