import type { Bilingual } from '#contract/texts/bilingual';
import type { Contract } from '#contract/contract';
import { bareHost } from '#contract/wire/host';
import type { Exchange, ForwardNote } from '#contract/wire/exchange';
import { passwordNamesOf } from '#contract/wire/password-names';
import type { Client } from '#endpoint/client';
import { utf8Message } from '#endpoint/encoding';
import type { Forwarded, ToForward } from '#endpoint/mock/forward';
import { withoutCredentials } from '#endpoint/server/soap/without-credentials';
import { ForbiddenRequest } from '#endpoint/only-message';
import { ofForwarding } from '#evidence/forwarded';
import type { Journal } from '#evidence/journal';
import { recordedEvent } from '#evidence/record-exchange';
import { referenceIn } from '#evidence/reference-in';
import { deliversElsewhere } from '#harness/client/manners';
import type { RunConfig } from '#harness/run-config';
import type { Answer } from '#judgement/answer';
import type { GuardedAnswers } from '#judgement/guarded-answers';
import { countOf } from '#judgement/count-of';
import { withRoles } from '#judgement/manners/role-values';
import { isTame } from '#judgement/tame';
import { isUnmarked } from '../../deliver/unmarked.ts';
import type { CountedDays } from '../../nights/take-day.ts';
import { cameBack, reasonToStay } from './came-back.ts';
import { headersToEndpoint } from './passed-headers.ts';
import { bodyPreparer } from './prepared-body.ts';
import { reasons, withheld } from './refusals.ts';

/** What messages are handed on with. */
export interface HandingOn {
  readonly contract: Contract;
  readonly config: RunConfig;
  readonly journal: Journal;
  readonly answers: Pick<GuardedAnswers, 'read'>;
  /** The requests of a day, over all commands that use the account. */
  readonly days: CountedDays;
}

/** What came of a message that was handed on; without an answer where it stayed. */
export interface Came {
  readonly forwarded: Forwarded;
  readonly answer?: Answer;
}

/** Bytes of an answer that are read and kept at most. */
export const mostOfAnswer = 1024 * 1024;

/** Why a message stays here, as its sender gets it. */
export const stays = ({ url }: Pick<RunConfig, 'url'>, why: Bilingual): Forwarded => ({
  fault: withheld(hostOf(url), why),
  note: { fate: 'withheld' },
});

const hostOf = (url: string): string => bareHost(new URL(url).hostname);

/** Hands one message on by the client, and records what came of it. */
export const handOn = (handing: HandingOn, client: Client): ((message: ToForward) => Promise<Came>) => {
  const { contract, config, days } = handing;
  const [prepare, send, record] = [bodyPreparer(handing, client), sending(handing, client), recording(handing)];
  const unmarked = unmarkedIn(handing);
  const stay = (why: Bilingual): Came => ({ forwarded: stays(config, why) });
  return async (message) => {
    const { request } = message;
    if (request.tooLarge) return stay(reasons.tooLarge(contract.limits.messageBytes));
    if (deliversElsewhere(config) && isCrowded(request.body)) return stay(reasons.crowded(mostTags));
    const body = prepare(request.body);
    if (body === undefined) return stay(reasons.placeholder);
    if (!(await days.take())) return stay(reasons.perDay);
    try {
      const sent = await send(message, body);
      const { exchange, answer } = sent;
      const why = reasonToStay(exchange, config.limits.requests);
      if (why !== undefined) {
        await days.giveBack();
        return stay(why);
      }
      const note = { exchange: record(message, sent), ...unmarked(message) };
      return { forwarded: cameBack(exchange, { host: hostOf(config.url), note, request }), answer };
    } catch (error) {
      if (!(error instanceof ForbiddenRequest)) throw error;
      await days.giveBack();
      return stay(reasons.forbidden(error.reason));
    }
  };
};

/** Tags that a message has at most whose manners are looked at: it is not parsed in a worker, and others wait meanwhile. */
const mostTags = 50_000;

const isCrowded = (body: Uint8Array): boolean =>
  countOf(Buffer.from(body).toString('latin1'), '<', mostTags) === mostTags;

interface Sent {
  readonly exchange: Exchange;
  readonly answer: Answer;
  readonly reference: string | undefined;
}

/** A sender that goes away takes back what has not left; after that its answer is waited for. */
const sending =
  ({ contract, journal, answers }: HandingOn, client: Client, passwordNames = passwordNamesOf(contract.service)) =>
  async ({ request, operation, documentType }: ToForward, body: Uint8Array): Promise<Sent> => {
    const reference = referenceOf(contract, body);
    const bare = (message: Uint8Array): Uint8Array => withoutCredentials(message, passwordNames);
    const back = new AbortController();
    const takeBack = (): void => {
      back.abort();
    };
    if (request.gone?.aborted === true) takeBack();
    request.gone?.addEventListener('abort', takeBack);
    const onLeaving = (at: number): void => {
      request.gone?.removeEventListener('abort', takeBack);
      if (operation === 'alive') return;
      const { place: kept } = journal.keep(bare(body), contract.limits.messageBytes);
      journal.append({ type: 'leaving', at, reference, documentType, request: kept });
    };
    const passed = { ...headersToEndpoint(request.headers), body, waits: false };
    const exchange = await client.send({ ...passed, signal: back.signal, onLeaving });
    const kept = { ...exchange, request: { ...exchange.request, body: bare(exchange.request.body) } };
    return { exchange: kept, answer: await answers.read(exchange), reference };
  };

/** What it is delivered under; only what no parser trips over is read. */
const referenceOf = (contract: Contract, body: Uint8Array): string | undefined => {
  const text = utf8Message(body);
  const said = isTame(text) ? withRoles(contract, text, (roles) => roles?.texts('reference')[0]) : undefined;
  return said === undefined || said.trim() === '' ? referenceIn(body) : said.trim().slice(0, longestReference);
};

const longestReference = 200;

/** Records the exchange with the endpoint; returns its id. */
const recording = ({ contract, journal }: HandingOn) => {
  let count = 0;
  const most = contract.limits.messageBytes + mostOfAnswer;
  return ({ operation, documentType }: ToForward, { exchange, answer, reference }: Sent): string => {
    const one = { purpose: operation === 'alive' ? 'alive' : 'forwarded', exchange, answer } as const;
    const left = operation === 'alive' ? undefined : { reference };
    return recordedEvent(journal, { key: ofForwarding, documentType, most, left }, { case: (count += 1), one }).id;
  };
};

/** Elsewhere a delivery is to say that it is a test. */
const unmarkedIn = ({ contract, config }: HandingOn) => {
  const matters = deliversElsewhere(config);
  return ({ operation, request: { body } }: ToForward): Pick<ForwardNote, 'unmarked'> =>
    matters && operation === 'delivery' && isTame(body) && isUnmarked(contract, body) ? { unmarked: true } : {};
};
