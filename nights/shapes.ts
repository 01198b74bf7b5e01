import * as v from 'valibot';
import { fingerprintOf } from '#evidence/cause';
import { endingKinds } from '#evidence/ending';
import { exitCodes, type Outcome } from '#reporters/outcome';
import { isBeginOf } from './compare-circumstances.ts';
import { type Memory, findingStatuses, marks, tellings } from './memory.ts';
import { type Night, nightVersion } from './night.ts';
import { trailForm } from './trail.ts';

const text = v.string();
const texts = v.array(text);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const notMoment = 'must be a moment such as 2026-11-23T01:00:00.000Z';
const moment = v.pipe(
  text,
  v.isoTimestamp(notMoment),
  v.check((said) => !Number.isNaN(Date.parse(said)), notMoment),
);
const level = v.picklist(['MUST', 'SHOULD', 'REPORT']);
const outcome = v.picklist(Object.keys(exitCodes) as Outcome[]);
const version = v.literal(nightVersion, `must be ${String(nightVersion)}, the version that this 3pas reads`);

const both = v.object({ nl: text, en: text });

const subject = v.object({
  ...{ profile: text, target: text, phase: count, contract: text, topics: texts, documentTypes: texts, runs: count },
  isPart: v.boolean(),
});

const cause = v.object({ requirement: text, constraint: v.optional(text), kind: text });

const shown = { case: count, seed: count, path: text };
const times = v.array(v.object({ documentType: text, median: count, exchanges: count }));

/** `night.json`. */
export const nightShape: v.GenericSchema<unknown, Night> = v.object({
  ...{ type: v.literal('night'), version, runId: text, at: moment, suite: text, seed: count, subject },
  ...{ permitted: v.optional(texts), outcome, requests: count, passed: texts, times },
  isStopped: v.optional(v.literal(true)),
  cutShort: v.optional(v.object({ checks: count, requests: count, perDay: count })),
  out: v.array(v.object({ reason: both, remedy: both, pairs: texts })),
  failed: v.array(
    v.object({
      ...{ check: text, cause, says: v.optional(both), documentType: v.optional(text), level },
      counterexample: v.optional(v.object(shown)),
      ...{ found: v.optional(text), again: v.optional(v.picklist(['check', 'seed'])) },
    }),
  ),
  undecided: v.array(
    v.object({
      as: v.picklist(['blocked', 'broken', 'untested']),
      reason: v.optional(both),
      checks: texts,
    }),
  ),
  ends: v.array(v.object({ kind: v.picklist(endingKinds), name: text, until: v.pipe(text, v.isoDate()) })),
  replays: v.array(
    v.object({
      ...{ check: text, cause: v.optional(text), found: v.optional(text) },
      outcome: v.picklist(['fixed', 'failed', 'blocked', 'waiting']),
    }),
  ),
});

const trail = v.pipe(text, v.regex(trailForm, 'must be a night or more, each x or .'));

const watched = { looked: moment, trail, isTold: v.boolean(), isAlarmed: v.boolean() };

const finding = v.pipe(
  v.object({
    ...{
      cause,
      says: v.optional(both),
      status: v.picklist(findingStatuses),
      level,
      first: moment,
      looked: moment,
      trail,
    },
    places: v.pipe(v.array(v.object({ check: text, looked: moment, trail, isTold: v.boolean() })), v.minLength(1)),
    ...{ passedBefore: v.boolean(), isAlone: v.optional(v.literal(true)), moves: v.optional(v.literal(true)) },
    hasStayed: v.optional(v.literal(true)),
    ...{ found: v.optional(texts), made: v.optional(text) },
    shown: v.optional(v.object({ ...shown, runId: text, check: text })),
  }),
  v.forward(
    v.check(
      ({ cause: { requirement }, places }) => places.every(({ check }) => check.split('/', 1)[0] === requirement),
      'must be checks of the requirement of its cause',
    ),
    ['places'],
  ),
);

/** Each cause once. */
const findings = v.pipe(
  v.array(finding),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const seen = new Set<string>();
    for (const [key, value] of dataset.value.entries()) {
      const print = fingerprintOf(value.cause);
      const path = { type: 'array', origin: 'value', input: dataset.value, key, value } as const;
      if (seen.has(print)) addIssue({ message: 'is the cause of an earlier finding once more', path: [path] });
      seen.add(print);
    }
  }),
);

const mark = v.picklist(marks);

const shortly = v.object({
  ...{ runId: text, at: moment, began: v.optional(moment), told: v.picklist(tellings), outcome, times, blocked: count },
  keys: v.optional(v.object({ failed: texts, passed: texts, blocked: texts, undecided: texts })),
  why: v.optional(v.array(both)),
  counts: v.object({ failed: count, undecided: count, passed: count }),
  cells: v.record(text, v.record(text, mark)),
});

/** What is kept of nights in a state folder. */
export const memoryShape: v.GenericSchema<unknown, Memory> = v.pipe(
  v.object({
    ...{ type: v.literal('nights'), version, subject, suite: text, permitted: v.optional(texts) },
    ...{ nights: count, verdicts: count, first: moment, tonight: moment, lastSign: moment },
    lastVerdict: v.optional(v.object({ at: moment, outcome })),
    findings,
    ...{ stuck: v.array(v.object({ ...watched, pair: text })), silence: v.optional(v.object(watched)) },
    ...{ passed: texts, out: texts, times, history: v.pipe(v.array(shortly), v.minLength(1, 'must hold a night')) },
  }),
  v.forward(
    v.check(
      ({ tonight, history }) => isBeginOf(tonight, history.at(-1)?.at ?? tonight),
      'must be when the last night of history began',
    ),
    ['tonight'],
  ),
);
