import * as v from 'valibot';
import { keys, oneOf, positive, possiblyEmpty, text } from '#contract/description/description-values';
import { isDay } from '#contract/texts/is-day';
import { purposes } from '#judgement/purpose';
import { type RequirementId, isRequirementId } from '#judgement/requirements/registry';
import { caseBounds, replayManners } from './corpus-case.ts';

/** Version of the file below; a reader refuses another one. */
export const caseVersion = 1;

const both = keys({ nl: text, en: text });

const digest = v.pipe(text, v.regex(/^[0-9a-f]{8,64}$/, 'must be a digest in hexadecimal digits'));

const count = v.pipe(
  v.number('must be a number'),
  v.check((value) => Number.isSafeInteger(value), 'must be a whole number'),
);

const notMoment = 'must be a moment, such as 2026-11-25T20:00:00.276Z';

const moment = v.pipe(
  text,
  v.isoTimestamp(notMoment),
  v.check((value) => !Number.isNaN(Date.parse(value)), notMoment),
);

/** A file of the case's own folder, whatever machine reads it. */
const fileName = v.pipe(
  text,
  v.regex(
    /^(?!\.)[\w.-]{1,100}$/,
    'must be the name of a file in the folder of the case, of letters, digits, -, _ and .',
  ),
);

const runName = v.pipe(text, v.regex(/^[A-Za-z0-9-]{1,40}$/, 'must be the name of a run'));

/** What a header may hold on one line. */
const headerValue = v.nullable(
  v.pipe(possiblyEmpty, v.regex(/^[\t\u0020-\u007e\u0080-\u00ff]{0,1000}$/, 'must be the value of a header')),
);

const request = keys({
  purpose: oneOf(purposes),
  constraint: v.optional(text),
  method: oneOf(['POST', 'PUT', 'GET']),
  contentType: headerValue,
  soapAction: headerValue,
  chunked: v.optional(v.boolean('must be true or false'), false),
  asksFirst: v.optional(v.boolean('must be true or false'), false),
  file: v.optional(fileName),
});

/** The keys of `case.yaml`. */
export const caseShape = keys({
  case: v.literal(caseVersion, `must be ${String(caseVersion)}, the version that this 3pas reads`),
  owner: possiblyEmpty,
  reason: possiblyEmpty,
  requirement: v.pipe(
    text,
    v.check(isRequirementId, 'must be a requirement of this suite; 3pas requirements lists them'),
    v.transform((id) => id as RequirementId),
  ),
  documentType: v.optional(text),
  constraint: v.optional(text),
  level: oneOf(['MUST', 'SHOULD', 'REPORT']),
  expected: both,
  actual: both,
  cause: digest,
  replay: oneOf(replayManners),
  why: v.optional(both),
  observes: v.optional(v.boolean('must be true or false'), false),
  origin: keys({
    run: runName,
    first: v.optional(runName),
    seed: count,
    path: possiblyEmpty,
    clock: moment,
    day: v.pipe(text, v.check(isDay, 'must be a date, YYYY-MM-DD')),
    suite: text,
    contract: keys({ id: text, digest }),
    phase: v.picklist([1, 2, 3, 4], 'must be 1, 2, 3 or 4'),
    profile: text,
    target: text,
    isMock: v.boolean('must be true or false'),
  }),
  sent: v.optional(digest),
  requests: v.pipe(
    v.array(request, 'must be a list'),
    v.maxLength(caseBounds.requests, `must hold ${String(caseBounds.requests)} requests at most`),
  ),
});

const outcomes = ['fixed', 'failed', 'blocked'] as const;

/** What a replay came to. */
export type ReplayOutcome = (typeof outcomes)[number];

/** The keys of `standing.yaml` of each profile. */
export const standingShape = keys({
  passes: v.union([v.literal(0), positive], 'must be a whole number, 0 or more'),
  last: v.pipe(text, v.check(isDay, 'must be a date, YYYY-MM-DD')),
  outcome: oneOf(outcomes),
});
