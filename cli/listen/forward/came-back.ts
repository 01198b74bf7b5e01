import type { Bilingual } from '#contract/texts/bilingual';
import type { Exchange, ForwardNote, WireFailure } from '#contract/wire/exchange';
import type { Forwarded } from '#endpoint/mock/forward';
import type { HttpRequest } from '#endpoint/server/http-message';
import { textAnswer } from '#endpoint/server/text-answer';
import { neverArrived } from '#judgement/may-be-dossier';
import { headersToSender } from './passed-headers.ts';
import { lostText, reasons, unreached } from './refusals.ts';

/** Why nothing left; undefined where something did, or tried to. */
export const reasonToStay = ({ outcome }: Exchange, requests: number | undefined): Bilingual | undefined => {
  if ('response' in outcome) return undefined;
  const { kind, unsent } = outcome.failure;
  if (kind === 'budget') return reasons.requests(requests);
  return kind === 'aborted' && unsent === true ? reasons.gone : undefined;
};

/** Where a message went, and what is noted of it. */
interface Coming {
  readonly request: Pick<HttpRequest, 'headers'>;
  readonly host: string;
  readonly note: Omit<ForwardNote, 'fate'>;
}

/** What the sender of a message gets that left, or tried to. */
export const cameBack = ({ outcome }: Exchange, { host, note, request }: Coming): Forwarded => {
  if ('response' in outcome) {
    const { status, headers, body } = outcome.response;
    return { response: { status, headers: headersToSender(headers), body }, note: { fate: 'answered', ...note } };
  }
  const { failure } = outcome;
  if (hasNotArrived(failure))
    return { fault: unreached(host, reasons.unreachable(failure.kind)), note: { fate: 'unreached', ...note } };
  const status = failure.kind === 'timeout' ? 504 : 502;
  return { response: textAnswer(request)(status, lostText(host, failure.kind)), note: { fate: 'lost', ...note } };
};

const hasNotArrived = ({ kind, unsent }: WireFailure): boolean => unsent === true || neverArrived.has(kind);
