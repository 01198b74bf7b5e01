import { isRequirementId } from '#judgement/requirements/registry';
import { isOverRun } from '#judgement/streams/over-run';
import type { Change } from './change.ts';
import type { Finding } from './memory.ts';
import { type Failure, type Night, type Replay, fingerprintOf } from './night.ts';

/** What became of causes in a night: those that are kept in mind, and what is told of them. */
export interface Compared {
  readonly findings: readonly Finding[];
  readonly changes: readonly Change[];
}

/** Compares the failures of a night with the findings that are known; `passed` are checks that passed in earlier nights. */
export const compareFindings = (known: readonly Finding[], night: Night, passed: ReadonlySet<string>): Compared => {
  const before = new Set(known.map(({ cause }) => fingerprintOf(cause)));
  const failures = Map.groupBy(night.failed, ({ cause }) => fingerprintOf(cause));
  const tonight = { night, passedTonight: new Set(night.passed), passed };
  const kept = known.map((finding): Step => {
    const own = failures.get(fingerprintOf(finding.cause)) ?? [];
    return own.length > 0 ? seenAgain(finding, own, tonight) : notSeen(finding, tonight);
  });
  const fresh = [...failures]
    .filter(([print]) => !before.has(print))
    .flatMap(([, own]) => newFinding(own, tonight) ?? [])
    .map((finding): Step => ({ finding, change: { kind: 'new', finding } }));
  const all = [...kept, ...fresh];
  return {
    findings: all.flatMap(({ finding }) => (finding === undefined || isForgotten(finding, night) ? [] : [finding])),
    changes: all.flatMap(({ change }) => change ?? []),
  };
};

/** A finding after a night, where it is kept in mind, and what is told of it. */
interface Step {
  readonly finding?: Finding;
  readonly change?: Change;
}

interface Tonight {
  readonly night: Night;
  readonly passedTonight: ReadonlySet<string>;
  readonly passed: ReadonlySet<string>;
}

const newFinding = (failures: readonly Failure[], { night, passed }: Tonight): Finding | undefined => {
  const [first] = failures;
  if (first === undefined) return undefined;
  const aspects = new Set(failures.map(({ check }) => aspectOf(check)));
  return {
    ...{ cause: first.cause, status: 'open', level: first.level, first: night.at, looked: night.at },
    ...{ decided: 1, seen: 1, streak: 1, absent: 0, checks: checksOf(failures), scattered: false },
    passedBefore: [...passed].some((check) => aspects.has(aspectOf(check))),
    shown: exampleOf(failures, night),
  };
};

/** The requirement and constraint of a check, in whatever document type. */
const aspectOf = (check: string): string => {
  const [requirement = '', , ...constraint] = check.split('/');
  return [requirement, ...constraint].join('/');
};

const checksOf = (failures: readonly Failure[]): readonly string[] => failures.map(({ check }) => check).sort();

const exampleOf = (failures: readonly Failure[], { runId }: Night): Finding['shown'] => {
  const one = failures.find(({ counterexample }) => counterexample !== undefined);
  return one?.counterexample && { ...one.counterexample, runId, check: one.check };
};

const seenOnce = (finding: Finding, { at }: Night): Finding => ({
  ...finding,
  ...{ looked: at, decided: finding.decided + 1, seen: finding.seen + 1, streak: finding.streak + 1, absent: 0 },
});

/** Nights in a row without a finding, of those that could show it, after which its return is a change. */
const longAway = 7;

const seenAgain = (finding: Finding, failures: readonly Failure[], tonight: Tonight): Step => {
  const { night, passedTonight, passed } = tonight;
  const added = checksOf(failures).filter((check) => !finding.checks.includes(check));
  const scattered = finding.scattered || finding.checks.some((check) => passedTonight.has(check));
  const now: Finding = {
    ...seenOnce(finding, night),
    scattered,
    checks: [...finding.checks, ...added].sort(),
    shown: exampleOf(failures, night) ?? finding.shown,
  };
  if (finding.status === 'unseen') {
    const status = finding.absent >= longAway ? 'open' : 'varying';
    const back = { ...now, status } as const;
    return { finding: back, change: { kind: status === 'open' ? 'back' : 'varying', finding: back } };
  }
  if (finding.status === 'varying') {
    if (!isNoChance(now)) return { finding: now };
    const steady = { ...now, status: 'open' } as const;
    return { finding: steady, change: { kind: 'steady', finding: steady } };
  }
  const spread = scattered ? [] : added.filter((check) => passed.has(check));
  return spread.length === 0
    ? { finding: now }
    : { finding: now, change: { kind: 'spread', finding: now, checks: spread } };
};

/** Least nights in a row, and the chance below which what comes and goes is not there so many nights in a row by itself. */
const leastStreak = 3;
const slightChance = 1 / 1000;

/** Whether its own history does not explain that it is there so many nights in a row. */
const isNoChance = ({ streak, seen, decided }: Finding): boolean => {
  const share = (seen - streak + 1) / (decided - streak + 2);
  return streak >= leastStreak && share ** streak < slightChance;
};

const notSeen = (finding: Finding, { night, passedTonight }: Tonight): Step => {
  const replay = replayOf(finding, night);
  const isLooked = finding.checks.some((check) => passedTonight.has(check));
  // A case that fails still is the finding, whatever its check came upon tonight.
  if (replay === 'failed' && finding.status !== 'varying')
    return { finding: { ...seenOnce(finding, night), status: 'open' } };
  if (!isLooked && replay !== 'fixed') return { finding };
  const now: Finding = {
    ...finding,
    ...{ looked: night.at, decided: finding.decided + 1, streak: 0, absent: finding.absent + 1 },
  };
  if (finding.status === 'varying') return { finding: now };
  if (isLooked && finding.seen === 1 && finding.passedBefore) return told(now, 'varying');
  if (replay === 'fixed' || isOwnCase(finding)) return { change: { kind: 'ended', finding: now } };
  return finding.status === 'unseen' ? { finding: now } : told(now, 'unseen');
};

/** What its cases came to: one that fails or is blocked keeps it. */
const replayOf = ({ checks }: Finding, { replays }: Night): Replay['outcome'] | undefined => {
  const own = replays.filter(({ check }) => checks.includes(check)).map(({ outcome }) => outcome);
  return (['failed', 'blocked', 'fixed'] as const).find((outcome) => own.includes(outcome));
};

const told = (finding: Finding, status: 'varying' | 'unseen'): Step => {
  const now = { ...finding, status };
  return { finding: now, change: { kind: status, finding: now } };
};

/** Whether its check sends the same each night, so that where it passes the counterexample does. */
const isOwnCase = ({ shown, cause: { requirement } }: Finding): boolean =>
  shown?.path === '' && isRequirementId(requirement) && !isOverRun(requirement);

/** Milliseconds after which what no night could show any more, or what came and went, is forgotten. */
const memoryMs = 366 * 86_400_000;

const isForgotten = ({ looked }: Finding, { at }: Night): boolean => Date.parse(at) - Date.parse(looked) > memoryMs;
