import type { Ending } from '#evidence/ending';
import { type Change, isVerdict, isWorse } from './change.ts';
import { compareCircumstances, hoursBetween, isCounted, isSameNight } from './compare-circumstances.ts';
import { compareFindings } from './compare-findings.ts';
import { compareUndecided } from './compare-undecided.ts';
import { type Memory, type Telling, shownNights } from './memory.ts';
import { type Night, nightVersion } from './night.ts';
import { shortNight } from './short-night.ts';
import { differencesOf } from './unequal.ts';

/** A night beside those before it. */
export interface Comparison {
  readonly memory: Memory;
  readonly told: Telling;
  readonly changes: readonly Change[];
  /** What ends within thirty days, or has ended. */
  readonly ends: readonly Ending[];
}

/**
 * Compares a night with what is kept of those before it; a fold over nights in their order. A night on another subject is compared
 * all the same: who does not want that asks `differencesOf` first.
 */
export const compareNight = (memory: Memory | undefined, night: Night): Comparison => {
  const ends = endingSoon(night);
  if (memory === undefined) return { ...beginning(night), ends };
  const differences = differencesOf(memory.subject, night.subject);
  const isOtherContract = memory.subject.contract !== night.subject.contract;
  const passed = new Set(isOtherContract ? [] : memory.passed);
  const last = memory.history.at(-1)?.at ?? memory.first;
  const findings = compareFindings(memory.findings, night, passed);
  const began = memory.tonight ?? last;
  const isSame = isSameNight(began, night.at);
  const undecided = compareUndecided({ ...memory, passed, isSameNight: isSame }, night);
  const news = [
    ...(differences.length === 0 ? [] : [{ kind: 'unequal' as const, differences }]),
    ...findings.changes,
    ...undecided.changes,
    ...compareCircumstances(memory, last, night),
  ];
  const told: Telling = news.some(isWorse) ? 'worse' : news.length > 0 ? 'changed' : 'unchanged';
  const now = withNight(
    {
      ...memory,
      ...{ findings: findings.findings, stuck: undecided.stuck, tonight: isSame ? began : night.at },
      passed: [...new Set([...passed, ...night.passed])].sort(),
    },
    night,
    told,
  );
  const sign = signOf(now, night.at);
  return {
    memory: sign === undefined ? now : { ...now, lastSign: night.at },
    ...{ told, ends },
    changes: [...news, ...(sign ?? [])],
  };
};

const beginning = (night: Night): Omit<Comparison, 'ends'> => {
  const { findings } = compareFindings([], night, new Set());
  const { stuck } = compareUndecided({ stuck: [], passed: new Set(), isSameNight: false }, night);
  const { subject, suite, permitted, at, passed } = night;
  const empty: Memory = {
    ...{ type: 'nights', version: nightVersion, subject, suite, permitted, nights: 0, verdicts: 0 },
    ...{ first: at, tonight: at, lastSign: at, findings, stuck, passed, times: [], history: [] },
  };
  return {
    memory: withNight(empty, night, 'first'),
    told: 'first',
    changes: [{ kind: 'first', findings: findings.length }],
  };
};

const withNight = (memory: Memory, night: Night, told: Telling): Memory => {
  const { subject, suite, permitted, at, outcome } = night;
  const counted = night.times.filter(isCounted);
  const isOfNight = new Set(counted.map(({ documentType }) => documentType));
  return {
    ...memory,
    ...{ subject, suite, permitted, nights: memory.nights + 1 },
    verdicts: memory.verdicts + (isVerdict(outcome) ? 1 : 0),
    lastVerdict: isVerdict(outcome) ? { at, outcome } : memory.lastVerdict,
    times: [...memory.times.filter(({ documentType }) => !isOfNight.has(documentType)), ...counted],
    history: [...memory.history, shortNight(night, told)].slice(-shownNights),
  };
};

/** Hours after which a sign of life is due: the night after this one would be more than a week later. */
const signDue = 6.5 * 24;

const signOf = ({ lastSign, lastVerdict, nights, first }: Memory, at: string): readonly Change[] | undefined =>
  hoursBetween(lastSign, at) < signDue ? undefined : [{ kind: 'sign', lastVerdict, nights, since: first }];

/** Days before an end at which it is told. */
const soon = 30;

const endingSoon = ({ ends, at }: Night): readonly Ending[] =>
  ends.filter(({ until }) => hoursBetween(at, until) <= soon * 24);
