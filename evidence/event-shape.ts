import * as v from 'valibot';
import { forwardFates, inboundFates } from '#contract/wire/exchange';
import { grounds } from '#contract/grounds/ground';
import { endingKinds } from './ending.ts';
import { type Event, journalVersion } from './event.ts';
import { purposes } from '#judgement/purpose';
import { isRequirementId, requirementOf } from '#judgement/requirements/registry';
import { personalKinds } from '#judgement/personal/in-text';
import { showKinds } from '#judgement/showing/showing';
import { verdicts } from '#judgement/verdict';

/** Whether a value has all that an event has, each part as this suite writes it: a journal can have been changed. */
export const isEvent = (value: unknown): value is Event => v.is(event, value);

const text = v.string();
const texts = v.array(text);
/** A contract has tens of document types; a journal of thousands was made up, and would keep whoever reads it busy. */
const fewOf = <const Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.maxLength(2000));
const both = v.object({ nl: text, en: text });
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const duration = v.pipe(v.number(), v.finite(), v.minValue(0));
/** Milliseconds since the epoch that a date can hold. */
const moment = v.pipe(duration, v.maxValue(8.64e15));
const level = v.picklist(['MUST', 'SHOULD', 'REPORT']);
const headers = v.record(text, text);
const kept = v.object({ pack: count, member: count, at: count, bytes: count, sha256: text });

const target = {
  requirement: v.pipe(text, v.check(isRequirementId)),
  documentType: v.optional(text),
  constraint: v.optional(text),
};

const runStarted = v.object({
  ...{ type: v.literal('run-started'), version: v.literal(journalVersion), at: text, runId: text, suite: text },
  contract: v.object({ id: text, digest: text, confirmed: v.boolean() }),
  profile: text,
  asked: v.object({
    profile: text,
    ...{ url: v.optional(text), contract: v.optional(text), state: v.optional(text) },
    rules: v.optional(v.picklist(['trusted', 'left-out'])),
    by: v.optional(v.picklist(['pact', 'replay'])),
    replay: v.optional(v.object({ case: text, finding: v.optional(count) })),
  }),
  phase: v.picklist([1, 2, 3, 4]),
  ...{
    target: text,
    proxy: v.optional(text),
    via: v.optional(text),
    isMock: v.boolean(),
    seed: count,
    runs: count,
    clock: text,
  },
  inEffect: v.object({
    ...{ requestsPerSecond: v.optional(v.number()), requests: v.optional(count), accepted: v.optional(count) },
    authorities: v.optional(v.array(v.object({ kind: text, name: text }))),
    ...{ media: v.optional(texts), permitted: v.optional(texts), certificate: v.optional(text) },
    permission: v.optional(v.object({ by: text, date: text, until: text, scope: texts })),
  }),
  turn: v.optional(count),
  ends: v.optional(v.array(v.object({ kind: v.picklist(endingKinds), name: text, until: text }))),
  ...{ topics: texts, documentTypes: texts, lapsed: v.optional(both), checks: count },
});

const recordingStarted = v.object({
  ...{
    type: v.literal('recording-started'),
    version: v.literal(journalVersion),
    at: text,
    recording: text,
    suite: text,
  },
  contract: v.object({ id: text, digest: text, confirmed: v.boolean() }),
  phase: v.picklist([1, 2, 3, 4]),
  ...{ profile: v.optional(text), target: v.optional(text) },
  asked: v.optional(v.object({ contract: v.optional(text) })),
  ...{ recordedBy: v.optional(v.picklist(['system', 'delivery'])), messages: v.optional(count) },
  ...{ testData: v.optional(v.picklist(['declared', 'undeclared'])), keepUntil: v.optional(text) },
  forwardedTo: v.optional(
    v.object({ profile: text, asked: text, url: text, requests: v.optional(count), accepted: v.optional(count) }),
  ),
});

const aimed = v.object({
  ...{ type: v.literal('aimed'), constraints: texts, documentTypes: texts },
  never: v.array(
    v.object({
      ...{ constraint: text, documentType: text },
      verdict: v.picklist(['untested', 'not-applicable']),
      reason: both,
    }),
  ),
});

const ofCheck = { check: text, ...target, level, ground: v.picklist(grounds), seed: count };

/** The key of a check. */
const ofRequirement = v.pipe(
  text,
  v.check((key) => requirementOf(key) !== undefined),
);

const planned = v.object({
  ...{ type: v.literal('planned'), plan: count, scope: count, unselected: count, runs: count, requests: count },
  leftOut: v.array(
    v.object({ checks: count, reason: both, remedy: both, by: v.optional(v.picklist(['turn', 'permission'])) }),
  ),
  checks: v.optional(v.array(v.object({ ...ofCheck, leftOut: v.optional(count) }))),
  waiting: v.optional(v.array(v.object({ check: ofRequirement, cause: text, found: text }))),
  cutShort: v.optional(v.object({ checks: count, requests: count, perDay: count })),
});

const diagnosed = v.object({
  type: v.literal('diagnosed'),
  steps: v.array(v.object({ step: text, outcome: text, said: v.optional(both) })),
  cause: v.optional(v.object({ id: text, cause: both, remedy: both })),
});

const ofCase = { check: text, case: count };

const failure = v.object({
  ...{ kind: text, code: text, message: text, said: v.optional(both) },
  ...{ unsent: v.optional(v.literal(true)), reused: v.optional(v.literal(true)) },
});

const earlier = v.array(v.object({ status: v.optional(count), code: v.optional(text), waitedMs: duration }));

const inbound = v.object({
  ...{ connection: count, peer: text, target: text, httpVersion: text, bodyBytes: count, isCut: v.boolean() },
  isUntimed: v.optional(v.literal(true)),
  rawHeaders: v.array(v.tuple([text, text])),
  note: v.optional(
    v.object({
      ...{ sender: v.optional(text), isOther: v.optional(v.literal(true)), documentType: v.optional(text) },
      ...{ likeness: v.optional(text), claims: v.optional(text), played: v.optional(text) },
      forwarded: v.optional(
        v.object({
          ...{ fate: v.picklist(forwardFates), exchange: v.optional(text), unmarked: v.optional(v.literal(true)) },
        }),
      ),
    }),
  ),
});

const exchangeEnded = v.object({
  ...{ type: v.literal('exchange-ended'), exchange: text, fate: v.picklist(inboundFates), reason: text },
  ...{ durationMs: duration, halfClosedMs: v.optional(duration) },
});

const exchange = v.object({
  ...{ type: v.literal('exchange'), id: text, ...ofCase, purpose: v.picklist(purposes), constraint: v.optional(text) },
  ...{ method: text, url: text, requestHeaders: headers, request: v.optional(kept), requestBytes: count },
  ...{ status: v.optional(count), responseHeaders: headers, response: v.optional(kept), responseBytes: count },
  reveals: v.optional(v.literal(true)),
  ...{ lacks: v.optional(v.literal(true)), failure: v.optional(failure) },
  tls: v.optional(v.object({ version: text, cipher: text, resumed: v.boolean(), server: v.optional(text) })),
  ...{ identity: v.optional(kept), inbound: v.optional(inbound), startedAt: moment, durationMs: duration },
  earlier: v.optional(earlier),
  soap: v.optional(v.literal(true)),
  refusal: v.optional(v.object({ code: text, element: text })),
  tried: v.optional(v.array(v.object({ exchange: text, came: both, isExcused: v.optional(v.literal(true)) }))),
  ...{ answer: text, dossierNumber: v.optional(text), documentType: v.optional(text) },
  ...{ reference: v.optional(text), mayBeDossier: v.optional(v.literal(true)) },
});

const counterexample = v.object({
  ...{ case: count, seed: v.number(), path: text, changed: v.optional(text) },
  differences: v.array(v.object({ exchange: text, patch: kept })),
});

const judgement = v.variant('kind', [
  v.object({ kind: v.literal('conforms') }),
  v.object({ kind: v.literal('deviates'), deviation: v.object({ expected: both, actual: both }) }),
  v.object({
    kind: v.picklist(['blocked', 'not-applicable', 'untested']),
    ...{ reason: both, late: v.optional(v.literal(true)) },
  }),
]);

const judgementKinds = ['conforms', 'deviates', 'blocked', 'not-applicable', 'untested'] as const;

const judged = v.object({
  ...{ type: v.literal('judged'), check: ofRequirement, case: count, judgement },
  unprovable: v.optional(v.picklist(['bytes', 'time'])),
});

const replayed = v.object({
  ...{ type: v.literal('replayed'), check: ofRequirement, case: count, from: text },
  ...{ cause: v.optional(text), found: v.optional(text) },
  ...{ outcome: v.picklist(['fixed', 'failed', 'blocked']), reason: v.optional(both) },
});

const stated = v.object({
  ...{
    type: v.literal('stated'),
    check: ofRequirement,
    as: v.picklist(['untested', 'left-out', 'not-applicable', 'blocked', 'broken']),
  },
  ...{ reason: both, trace: v.optional(text) },
});

const checkEnded = v.object({
  ...{ type: v.literal('check-ended'), ...ofCheck, verdict: v.picklist(verdicts) },
  counts: v.object({ cases: count, exchanges: count, accepted: count, refused: count, lacking: v.optional(count) }),
  ...{ reason: v.optional(both), deviation: v.optional(v.object({ expected: both, actual: both })) },
  ...{ counterexample: v.optional(counterexample), trace: v.optional(text), durationMs: duration },
  unprovable: v.optional(count),
});

const runResumed = v.object({
  ...{ type: v.literal('run-resumed'), at: text, time: count, target: text, again: texts, torn: v.optional(count) },
});

const event = v.variant('type', [
  runStarted,
  runResumed,
  planned,
  recordingStarted,
  aimed,
  diagnosed,
  v.object({ type: v.literal('check-started'), ...ofCheck }),
  v.object({
    ...{ type: v.literal('leaving'), at: moment },
    ...{ reference: v.optional(text), documentType: v.optional(text), request: v.optional(kept) },
  }),
  exchange,
  exchangeEnded,
  v.object({ type: v.literal('shared'), ...ofCase, exchange: text }),
  v.object({ type: v.literal('kept'), ...ofCase, kept: texts }),
  v.object({
    ...{ type: v.literal('shown'), vendor: text, product: text, productVersion: text },
    items: fewOf(
      v.object({
        ...{ documentType: v.optional(text), kind: v.picklist(showKinds), name: v.optional(text) },
        isDone: v.boolean(),
      }),
    ),
  }),
  v.object({
    type: v.literal('personal'),
    found: v.array(v.object({ kind: v.picklist(personalKinds), messages: count, at: texts, exchanges: texts })),
  }),
  v.object({ type: v.literal('redacted'), at: text }),
  v.object({
    ...{ type: v.literal('senders'), strangers: v.optional(count) },
    claims: v.optional(v.array(v.object({ username: text, messages: count }))),
    senders: v.array(
      v.object({
        isOther: v.optional(v.literal(true)),
        ...{ sender: text, messages: count, accepted: count, passed: count, open: count },
        failed: v.array(v.object({ requirement: text, level })),
      }),
    ),
  }),
  v.object({
    type: v.literal('types'),
    types: fewOf(
      v.object({
        ...{ documentType: v.optional(text), messages: count, accepted: count },
        unprovable: v.optional(v.picklist(['bytes', 'time'])),
        judgements: v.record(v.pipe(text, v.check(isRequirementId)), v.picklist(judgementKinds)),
      }),
    ),
  }),
  judged,
  replayed,
  stated,
  checkEnded,
  v.object({ type: v.literal('run-ended'), at: text, complete: v.boolean(), reason: v.optional(both) }),
]);
