import type { Contract } from '#contract/contract';
import { unaskedCoding } from '#contract/wire/codings';
import type { Exchange } from '#contract/wire/exchange';
import { passwordNamesOf } from '#contract/wire/password-names';
import type { Client } from '#endpoint/client';
import { askedWait } from '#contract/wire/retry-after';
import { withoutCredentials } from '#endpoint/server/soap/without-credentials';
import { journalVersion, type RecordingStarted } from '#evidence/event';
import { type Journal, openJournal } from '#evidence/journal';
import { openExchanges } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import { recordExchange } from '#evidence/record-exchange';
import { secretsIn } from '#harness/client/secrets';
import { judgeRecording } from '#harness/judge-recording';
import type { RunConfig } from '#harness/run-config';
import type { Answer } from '#judgement/answer';
import { deliveredType } from '#judgement/delivered-type';
import type { GuardedAnswers } from '#judgement/guarded-answers';
import { withRoles } from '#judgement/manners/role-values';
import { scrubFor } from '#suites/scrub';
import type { AsMessage } from '../check/as-message.ts';
import { suiteVersion } from '../version.ts';
import { outgoingFile } from './outgoing-file.ts';

/** What is sent, by what, and what reads the answer. */
export interface Sending {
  readonly contract: Contract;
  readonly file: AsMessage;
  readonly client: Client;
  readonly answers: GuardedAnswers;
  readonly config: RunConfig;
  readonly signal: AbortSignal;
}

/** What a delivery came to. */
export interface Delivered {
  readonly answer: Answer;
  /** The content coding of the answer, where the request does not take it. */
  readonly unasked: string | undefined;
  /** Milliseconds that the endpoint asks to wait. */
  readonly waitMs: number | undefined;
}

/** Sends the message, which is on disk before it leaves, and keeps it as a recording of one exchange that is judged as those of a receiver are. */
export const recordedDelivery = async ({
  contract,
  file,
  client,
  answers,
  config,
  signal,
}: Sending): Promise<Delivered> => {
  const journal = journalFor(contract, config);
  const own = config.mockControl === undefined ? {} : { headers: { 'accept-language': config.language } };
  const request = outgoingFile(contract, file, client.securityHeaders);
  const bare = (body: Uint8Array): Uint8Array => withoutCredentials(body, passwordNamesOf(contract.service));
  const documentType = deliveredType(contract, file.message);
  const reference = withRoles(contract, file.message, (roles) => roles?.texts('reference'))?.[0];
  const onLeaving = (at: number): void => {
    const { place } = journal().keep(bare(request.body), mostKept);
    journal().append({ type: 'leaving', at, reference, documentType, request: place });
  };
  const exchange = interrupted(await client.send({ ...request, ...own, signal, onLeaving }));
  const answer = await answers.read(exchange);
  const kept = { ...exchange, request: { ...exchange.request, body: bare(exchange.request.body) } };
  recordExchange(
    journal(),
    { key: 'recording', documentType, left: { reference }, most: mostKept },
    { case: 1, one: { purpose: 'received', exchange: kept, answer } },
  );
  await judged(contract, config, { journal: journal(), answers });
  return { answer, unasked: unaskedIn(exchange), waitMs: waitIn(exchange) };
};

const unaskedIn = ({ request, outcome }: Exchange): string | undefined =>
  'response' in outcome
    ? unaskedCoding(request.headers['accept-encoding'], outcome.response.headers['content-encoding'])
    : undefined;

const waitIn = ({ outcome, startedAt, durationMs }: Exchange): number | undefined =>
  'response' in outcome ? askedWait(outcome.response, startedAt + durationMs) : undefined;

/** A journal that begins when it is first needed: of what must not leave there is none. */
const journalFor = (contract: Contract, config: RunConfig): (() => Journal) => {
  let journal: Journal | undefined;
  return () => {
    if (journal !== undefined) return journal;
    journal = openJournal(config.out, { scrub: scrubFor(secretsIn(config)) });
    journal.append(started(contract, config));
    return journal;
  };
};

/** Bytes of one delivery that are kept. */
const mostKept = 64 * 1024 ** 2;

/** Whoever stops this stopped no run. */
const interrupted = (exchange: Exchange): Exchange => {
  const { outcome } = exchange;
  if (!('failure' in outcome) || outcome.failure.kind !== 'aborted') return exchange;
  const said = { nl: 'u hebt het wachten op een antwoord afgebroken', en: 'you stopped waiting for an answer' };
  return { ...exchange, outcome: { failure: { ...outcome.failure, said } } };
};

const started = (contract: Contract, { runId, phase, clock, url, asked }: RunConfig): RecordingStarted => ({
  ...{ type: 'recording-started', version: journalVersion, at: clock, recording: runId, suite: suiteVersion },
  contract: { id: contract.id, digest: contract.digest, confirmed: contract.confirmed },
  ...{ phase, asked: { contract: asked.contract }, target: url, recordedBy: 'delivery' },
});

const judged = async (
  contract: Contract,
  { out, clock }: RunConfig,
  { journal, answers }: { readonly journal: Journal; readonly answers: GuardedAnswers },
): Promise<void> => {
  await judgeRecording(() => readJournal(out), { ...answers, contract, bytes: openExchanges(out), journal });
  journal.append({ type: 'run-ended', at: clock, complete: true, reason: undefined });
  journal.close();
};
