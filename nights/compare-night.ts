import type { Bilingual } from '#contract/texts/bilingual';
import { shortly } from '#contract/texts/visible';
import type { Ending } from '#evidence/ending';
import { type Change, isVerdict, isWorse } from './change.ts';
import { compareCircumstances, hoursBetween, isCounted, isSameNight } from './compare-circumstances.ts';
import { compareFindings } from './compare-findings.ts';
import { compareUndecided } from './compare-undecided.ts';
import { type Memory, type Shortly, type Telling, shownNights } from './memory.ts';
import { type Night, nightVersion } from './night.ts';
import { shortNight } from './short-night.ts';
import { compareScope, outAfter } from './out-of-scope.ts';
import { changeText } from './text/change-text.ts';
import { differencesOf } from './unequal.ts';
import { withoutVanished } from './vanished.ts';

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
export const compareNight = (known: Memory | undefined, night: Night): Comparison => {
  const ends = endingSoon(night);
  if (known === undefined) return { ...beginning(night), ends };
  const { memory, changes } = comparedWith(known, night);
  const told: Telling = changes.some(isWorse) ? 'worse' : changes.length > 0 ? 'changed' : 'unchanged';
  const now = withNight(memory, night, { told, why: changes.filter(isWorse).map(reasonText) });
  const sign = signOf(now, night.at);
  return {
    memory: sign === undefined ? now : { ...now, lastSign: night.at },
    ...{ told, ends },
    changes: [...changes, ...(sign ?? [])],
  };
};

/** Characters that are kept of why a night is worse. */
const mostOfReason = 200;

const reasonText = (change: Change): Bilingual => {
  const { nl, en } = changeText(change);
  return { nl: shortly(nl, mostOfReason), en: shortly(en, mostOfReason) };
};

/** What differs, and what is kept of it. */
const comparedWith = (known: Memory, night: Night): Pick<Comparison, 'memory' | 'changes'> => {
  const { memory, changes: vanished } = withoutVanished(known);
  const { subject, at } = night;
  const differences = differencesOf(memory.subject, subject);
  const passed = new Set(memory.subject.contract === subject.contract ? memory.passed : []);
  const isSame = isSameNight(memory.tonight, at);
  const began = isSame ? memory.tonight : at;
  // In a night that is one part of many each check has its turn once in so many.
  const before = { passed, began, before: subject.isPart ? 0 : memory.nights - (isSame ? 1 : 0) };
  const { findings, changes } = compareFindings(memory.findings, night, before);
  const { stuck, silence, changes: undecided } = compareUndecided({ ...memory, ...before }, night);
  return {
    memory: {
      ...{ ...memory, findings, stuck, silence, tonight: began, nights: memory.nights + (isSame ? 0 : 1) },
      passed: [...new Set([...passed, ...night.passed])].sort(),
      out: outAfter(memory.out, night),
    },
    changes: [
      ...(differences.length === 0 ? [] : [{ kind: 'unequal' as const, differences }]),
      ...[...changes, ...undecided, ...compareScope({ out: memory.out, passed, findings }, night), ...vanished],
      ...compareCircumstances(memory, memory.history.at(-1)?.at ?? memory.first, night),
    ],
  };
};

const beginning = (night: Night): Omit<Comparison, 'ends'> => {
  const none = { passed: new Set<string>(), began: night.at, before: 0 };
  const { findings } = compareFindings([], night, none);
  const { stuck, silence } = compareUndecided({ stuck: [], ...none }, night);
  const { subject, suite, permitted, at, passed } = night;
  const empty: Memory = {
    ...{ type: 'nights', version: nightVersion, subject, suite, permitted, nights: 1, verdicts: 0 },
    ...{ first: at, tonight: at, lastSign: at, findings, stuck, silence, passed },
    ...{ out: outAfter([], night), times: [], history: [] },
  };
  return {
    memory: withNight(empty, night, { told: 'first', why: [] }),
    told: 'first',
    changes: [{ kind: 'first', findings: findings.length }],
  };
};

/** What was told of a night, and why it is worse. */
interface Told {
  readonly told: Telling;
  readonly why: readonly Bilingual[];
}

const withNight = (memory: Memory, night: Night, said: Told): Memory => {
  const { subject, suite, permitted, at, outcome } = night;
  const counted = night.times.filter(isCounted);
  const isOfNight = new Set(counted.map(({ documentType }) => documentType));
  return {
    ...memory,
    ...{ subject, suite, permitted },
    verdicts: memory.verdicts + (hasDecided(night) ? 1 : 0),
    lastVerdict: isVerdict(outcome) ? { at, outcome } : memory.lastVerdict,
    times: [...memory.times.filter(({ documentType }) => !isOfNight.has(documentType)), ...counted],
    history: historyAfter(memory, night, said),
  };
};

/** Whether a night came to a verdict, or decided as much as it left undecided, and had requests enough: then its part of all has had its turn. */
const hasDecided = ({ outcome, passed, failed, undecided, cutShort }: Night): boolean => {
  if (cutShort !== undefined) return false;
  const open = undecided.reduce((sum, { checks }) => sum + checks.length, 0);
  const decided = passed.length + failed.length;
  return isVerdict(outcome) || (decided > 0 && decided >= open);
};

/** The nights for the page; another run of the last one is no night of its own. */
const historyAfter = ({ history, tonight: began }: Memory, night: Night, said: Told): readonly Shortly[] => {
  const last = history.at(-1);
  const isSame = last !== undefined && (last.began ?? last.at) === began;
  const before = (isSame ? history.slice(0, -1) : history).map(({ keys: _, ...one }) => one);
  return [...before, shortNight({ night, ...said, began, earlier: isSame ? last : undefined })].slice(-shownNights);
};

/** Hours after which a sign of life is due: the night after this one would be more than a week later. */
const signDue = 6.5 * 24;

const signOf = ({ lastSign, lastVerdict, nights, first }: Memory, at: string): readonly Change[] | undefined =>
  hoursBetween(lastSign, at) < signDue ? undefined : [{ kind: 'sign', lastVerdict, nights, since: first }];

/** Days before an end at which it is told. */
const soon = 30;

const endingSoon = ({ ends, at }: Night): readonly Ending[] =>
  ends.filter(({ until }) => hoursBetween(at, until) <= soon * 24);
