import type { InboundFate } from '#contract/wire/exchange';
import { isOfService } from '../answer.ts';
import type { Sent } from '../case.ts';

/** How someone stands who sent something to a server of ours: the service heard it, nobody knows whose it is, or it is not the vendor's. */
export type Standing = 'heard' | 'stranger' | 'other';

/** What came to an end before there was a message. */
const unfinished: ReadonlySet<InboundFate | undefined> = new Set([
  'request-broken-off',
  'request-too-slow',
  'not-http',
  'handshake-failed',
]);

/** Statuses of the server for what does not come as far as the service: no access, another path, method or host. */
const atTheDoor: ReadonlySet<number> = new Set([401, 403, 404, 405, 421]);

/** Undefined where it says nothing of who sent it, as with what a system kept of its own traffic or what went on to another endpoint. */
export const standingOf = ({ exchange: { inbound }, answer }: Sent): Standing | undefined => {
  if (inbound === undefined) return undefined;
  if (inbound.note?.isOther === true) return 'other';
  if (unfinished.has(inbound.end?.fate)) return 'stranger';
  return inbound.peer === '' || inbound.note?.forwarded !== undefined ? undefined : byAnswer(answer);
};

const byAnswer = (answer: Sent['answer']): Standing | undefined => {
  if (isOfService(answer)) return 'heard';
  return answer.kind === 'http-error' && atTheDoor.has(answer.http) ? 'stranger' : undefined;
};
