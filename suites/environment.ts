import type { Exchange, WireFailure } from '#contract/wire/exchange';
import type { Client, SendRequest } from '#endpoint/client';
import type { RunConfig } from '#harness/run-config';
import { failureOf, responseOf } from '#evidence/journal';
import { type Answer, refusalIn } from '#judgement/answer';
import type { Sent } from '#judgement/case';
import { newAndValid } from '#judgement/chance';
import { mayBeDossier } from '#judgement/may-be-dossier';
import { watchAccount } from './account.ts';
import { dossierCap } from './dossier-cap.ts';
import { type GaveUp, deliveredBefore, halfWay, neverAnswered, noMoreDossiers } from './gave-up.ts';
import { sameAnswers } from './same-answers.ts';

/** Exchanges in a row without an answer after which the endpoint is taken to be down. */
const patience = 3;

/** What stands between the checks and the endpoint: it gives up on one that is down, and keeps to the cap on dossiers. */
export interface Environment {
  readonly send: Client['send'];
  /** How many requests were answered. */
  readonly answered: () => number;
  /** Tells what an exchange came to; undefined where its answer could not be read. */
  readonly note: (exchange: Exchange, answer: Answer | undefined) => void;
  /** Tells what an exchange was for. */
  readonly noteSent: (one: Pick<Sent, 'purpose' | 'answer'>) => void;
}

/** What of a run its environment goes by. */
interface Around extends Pick<RunConfig, 'url' | 'limits' | 'runId' | 'mayRepeat' | 'before'> {
  /** The code with which a duplicate is refused; undefined where other errors have it too. */
  readonly duplicate: string | undefined;
  /** The action of the connection test, which delivers nothing. */
  readonly alive?: string | undefined;
  /** Told of a delivery right before it leaves. */
  readonly leaving?: ((message: Uint8Array, at: number) => void) | undefined;
}

/** Wraps a client's `send`; past patience or cap every later exchange fails at once, with the reason. */
export const environmentAround = (send: Client['send'], around: Around): Environment => {
  const { url, limits } = around;
  let isRepeated = false;
  let silent = 0;
  let answered = 0;
  const same = sameAnswers(url);
  const account = watchAccount();
  const cap = dossierCap(limits.accepted, around.before?.accepted);
  const underWay = new WeakSet<Exchange>();
  let last: WireFailure | undefined;
  let outage: GaveUp | undefined;
  const refusal = (): GaveUp | undefined => {
    if (isRepeated) return deliveredBefore(around.runId);
    const refused = account.givenUp();
    if (refused !== undefined) return refused;
    if (last === undefined || silent < patience) return same.givenUp();
    // One cause, however many requests were still under way when it was found.
    return (outage ??= answered === 0 ? neverAnswered(last) : halfWay(last, { answered, times: patience }));
  };
  const deliver = async (request: SendRequest): Promise<Exchange> => {
    if (!(await cap.take())) return unsent(request, url, noMoreDossiers(limits.accepted ?? 0));
    const onLeaving = (at: number): void => around.leaving?.(request.body ?? new Uint8Array(), at);
    const exchange = await send({ ...request, onLeaving }).catch((error: unknown) => {
      cap.settle(false);
      throw error;
    });
    underWay.add(exchange);
    return exchange;
  };
  return {
    answered: () => answered,
    send: async (request) => {
      const reason = refusal();
      if (reason !== undefined) return unsent(request, url, reason);
      const exchange = isDelivery(request, around) ? await deliver(request) : await send(request);
      // A connection of its own is meant to be refused.
      if (request.connection !== undefined) return exchange;
      last = failureOf(exchange);
      silent = last !== undefined && isSilence(last) ? silent + 1 : 0;
      if (silent === 0) outage = undefined;
      answered += last === undefined ? 1 : 0;
      account.note(request.credentials, responseOf(exchange)?.status ?? 0);
      return exchange;
    },
    note: (exchange, answer) => {
      if (answer !== undefined) same.add(answer);
      if (underWay.delete(exchange)) cap.settle(answer === undefined || mayBeDossier(answer));
    },
    noteSent: (one) => {
      isRepeated ||= around.mayRepeat === true && isKnownOfOld(one, around.duplicate);
    },
  };
};

const isDelivery = ({ method, soapAction }: SendRequest, { alive }: Around): boolean =>
  method !== 'GET' && (alive === undefined || soapAction !== `"${alive}"`);

/** Whether a delivery under a new number is refused as one that came before. */
const isKnownOfOld = ({ purpose, answer }: Pick<Sent, 'purpose' | 'answer'>, duplicate: string | undefined): boolean =>
  duplicate !== undefined && (purpose === 'tried' || newAndValid.has(purpose)) && refusalIn(answer)?.code === duplicate;

const silences: ReadonlySet<string> = new Set([
  'dns',
  'refused',
  'unreachable',
  'proxy',
  'tls',
  'timeout',
  'reset',
  'truncated',
]);

const isSilence = ({ kind }: WireFailure): boolean => silences.has(kind);

const unsent = (request: SendRequest, url: string, failure: WireFailure): Exchange => ({
  request: { method: request.method ?? 'POST', url, headers: {}, body: request.body ?? new Uint8Array() },
  outcome: { failure: { ...failure, unsent: true } },
  startedAt: 0,
  durationMs: 0,
});
