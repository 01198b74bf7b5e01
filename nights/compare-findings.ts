import { fingerprintOf } from '#evidence/cause';
import type { Change } from './change.ts';
import { isOfTonight } from './compare-circumstances.ts';
import type { Finding } from './memory.ts';
import { inConfidence } from './in-confidence.ts';
import { isMadeAgain, madeBy } from './made-again.ts';
import type { Failure, Night } from './night.ts';
import { aspectOf, casesOf, isWaiting, outcomeOf } from './own-cases.ts';
import { isMoving, isStaying, newPlaces, placesAfter, toldPlaces } from './places.ts';
import { isChance, isLetThrough, mostByChance } from './let-through.ts';
import { absent, after, firstSeen, isFirstReturn, isLongGone, longAway, wasOneNight } from './trail.ts';

/** What became of causes in a night: those that are kept in mind, and what is told of them. */
interface Compared {
  readonly findings: readonly Finding[];
  readonly changes: readonly Change[];
}

/** What a run is compared with here. */
interface Before {
  /** Keys of checks that passed in earlier nights. */
  readonly passed: ReadonlySet<string>;
  /** When the night of this run began. */
  readonly began: string;
  /** Nights before this one on which what passed was tested, as far as that is known. */
  readonly before: number;
}

/** Compares the failures of a night with the findings that are known. */
export const compareFindings = (known: readonly Finding[], night: Night, earlier: Before): Compared => {
  const before = new Set(known.map(({ cause }) => fingerprintOf(cause)));
  const failures = Map.groupBy(night.failed, ({ cause }) => fingerprintOf(cause));
  const tonight = { night, passedTonight: new Set(night.passed), ...earlier, isByChance: mostByChance(known) > 0 };
  const kept = known.map((finding): Step => {
    const own = failures.get(fingerprintOf(finding.cause)) ?? [];
    return own.length > 0 || outcomeOf(finding, night) === 'failed'
      ? seenAgain(finding, own, tonight)
      : notSeen(finding, tonight);
  });
  const fresh = [...failures]
    .filter(([print]) => !before.has(print))
    .flatMap(([, own]) => newFinding(own, tonight) ?? []);
  const steps = kept.map((step) => (isForgotten(step, night) ? forgotten(step) : step));
  const come = compareNew(fresh, mostByChance(steps.flatMap(({ finding }) => finding ?? [])));
  return {
    findings: [...steps.flatMap(({ finding }) => finding ?? []), ...come.findings],
    changes: [...steps.flatMap(({ change }) => change ?? []), ...come.changes],
  };
};

/** Those that are new; what is alike to what comes and goes is an alarm once it comes to stay, or where chance does not explain that there are so many. */
const compareNew = (fresh: readonly Finding[], most: number): Compared => {
  const alike = fresh.filter((one) => one.passedBefore && isLetThrough(one));
  const varying = new Set(isChance(alike.length, most) ? alike : []);
  const findings = fresh.map((one): Finding => (varying.has(one) ? { ...one, status: 'varying' } : one));
  const others = findings.filter(({ status }) => status !== 'varying');
  return {
    findings,
    changes: [
      ...others.map((finding): Change => ({ kind: 'new', finding })),
      ...(varying.size === 0
        ? []
        : [{ kind: 'alike' as const, findings: findings.filter(({ status }) => status === 'varying') }]),
    ],
  };
};

/** A finding after a night, where it is kept in mind, and what is told of it. */
interface Step {
  readonly finding?: Finding;
  readonly change?: Change;
}

interface Tonight extends Before {
  readonly night: Night;
  readonly passedTonight: ReadonlySet<string>;
  /** Whether wrong messages are accepted by chance of late. */
  readonly isByChance: boolean;
}

const newFinding = (failures: readonly Failure[], tonight: Tonight): Finding | undefined => {
  const { night, passed, before } = tonight;
  const [first] = failures;
  if (first === undefined) return undefined;
  const aspects = new Set(failures.map(({ check }) => aspectOf(check)));
  const passedBefore = [...passed].some((check) => aspects.has(aspectOf(check)));
  return {
    ...{ cause: first.cause, says: first.says, status: 'open', level: first.level, first: night.at, looked: night.at },
    ...{ trail: firstSeen(passedBefore ? before : 0), passedBefore },
    places: newPlaces(failures, tonight),
    ...{ shown: exampleOf(failures, night), made: madeBy(failures, night) },
    ...inConfidence(undefined, failures, tonight),
  };
};

const exampleOf = (failures: readonly Failure[], { runId }: Night): Finding['shown'] => {
  const one = failures.find(({ counterexample }) => counterexample !== undefined);
  return one?.counterexample && { ...one.counterexample, runId, check: one.check };
};

/** The finding after a run that could show it, in every place. */
const looked = (finding: Finding, isThere: boolean, { night, began }: Tonight) => {
  const isSameNight = isOfTonight(finding.looked, began);
  const earlier = isSameNight ? finding.trail.slice(0, -1) : finding.trail;
  return {
    now: { ...finding, looked: night.at, trail: after(finding.trail, { isThere, isSameNight }) },
    /** Nights in a row that did not show it, before this one. */
    away: absent(earlier),
  };
};

const seenAgain = (finding: Finding, failures: readonly Failure[], tonight: Tonight): Step => {
  const { now: seenNow, away } = looked(finding, true, tonight);
  const failedCases = casesOf(finding, tonight.night).filter(({ outcome }) => outcome === 'failed');
  const { places, news } = placesAfter(finding, [...failures, ...failedCases], tonight);
  const now: Finding = {
    ...{ ...seenNow, places, ...inConfidence(finding, failures, tonight) },
    ...exampleAfter(finding, failures, tonight.night),
  };
  if (finding.status === 'unseen' || finding.status === 'ended') return returned(now, away);
  if (finding.status === 'varying' && isStaying(now)) return told({ ...now, hasStayed: true }, 'open', 'steady');
  if (news.length > 0) return { finding: now, change: { kind: 'spread', finding: now, checks: news } };
  if (finding.status === 'varying' || finding.moves === true || !isMoving(finding, places)) return { finding: now };
  const moving = { ...now, moves: true } as const;
  return { finding: moving, change: { kind: 'moving', finding: moving } };
};

/** What shows it after a night; one that only a case of an earlier run showed stays as it was. */
const exampleAfter = (
  finding: Finding,
  failures: readonly Failure[],
  night: Night,
): Pick<Finding, 'shown' | 'says' | 'made'> => {
  const { shown, says, made } = finding;
  const [first] = failures;
  if (first === undefined) return { shown, says, made };
  return { shown: exampleOf(failures, night) ?? shown, says: first.says ?? says, made: madeBy(failures, night) };
};

/** Whether the corpus had room for its counterexample meanwhile does not change what its return is. */
const returned = ({ isAlone, ...now }: Finding, away: number): Step => {
  // An earlier run of this night did not show it, and this one does.
  if (now.status === 'unseen' && away === 0) return { finding: { ...now, status: 'open' } };
  const isBack = away >= longAway || isFirstReturn(now.trail);
  // What the first night alone showed may have come and gone before: nothing says that it was ever mended.
  const mayComeAndGo = now.status === 'unseen' && isAlone === true;
  return isBack && !mayComeAndGo ? told(now, 'open', 'back') : told(now, 'varying', 'varying');
};

const notSeen = (finding: Finding, tonight: Tonight): Step => {
  const { night, passedTonight } = tonight;
  const known = { ...finding, ...inConfidence(finding, [], tonight) };
  const isFixed = known.found?.length === 0 || outcomeOf(finding, night) === 'fixed';
  const isLooked = finding.places.some(({ check }) => passedTonight.has(check));
  if (!isLooked && !isFixed) return { finding: known };
  const { places } = placesAfter(finding, [], tonight);
  const { now: away } = looked(known, false, tonight);
  const now: Finding = { ...away, places, hasStayed: isLongGone(away.trail) ? undefined : away.hasStayed };
  return finding.status === 'varying' || finding.status === 'ended'
    ? { finding: now }
    : gone(now, { isSolved: isFixed || isOwnPassed(now, tonight), isWaiting: isWaiting(now, night) });
};

/** Whether its check sent its counterexample again, and passes. */
const isOwnPassed = (finding: Finding, { night, passedTonight }: Tonight): boolean =>
  isMadeAgain(finding, night) && finding.shown !== undefined && passedTonight.has(finding.shown.check);

/** What a run shows of a finding that did not fail in it. */
interface Gone {
  readonly isSolved: boolean;
  readonly isWaiting: boolean;
}

const gone = (now: Finding, { isSolved, isWaiting: waits }: Gone): Step => {
  const isGone = absent(now.trail) > 0;
  if (isGone && now.status === 'open' && hasCome(now) && wasOneNight(now.trail)) return told(now, 'varying', 'varying');
  if (isSolved) return told(now, 'ended', 'ended');
  // What the budget of a corpus puts off is told once its case had its turn.
  if (now.status === 'unseen' || !isGone || waits) return { finding: now };
  return told({ ...now, isAlone: wasOneNight(now.trail) || undefined }, 'unseen', 'unseen');
};

/** Whether it was away before. */
const hasCome = ({ passedBefore, trail }: Finding): boolean => passedBefore || trail.includes('.x');

const told = (
  finding: Finding,
  status: Finding['status'],
  kind: 'back' | 'steady' | 'varying' | 'unseen' | 'ended',
): Step => {
  const now = { ...finding, status, places: status === 'open' ? toldPlaces(finding) : finding.places };
  return { finding: now, change: { kind, finding: now } };
};

/** Milliseconds after which what no night could show any more is forgotten, where it was not there any more before. */
const memoryMs = 366 * 86_400_000;

const isForgotten = ({ finding }: Step, { at }: Night): boolean =>
  finding !== undefined && finding.status !== 'open' && Date.parse(at) - Date.parse(finding.looked) > memoryMs;

/** Of what is ended that was told. */
const forgotten = ({ finding }: Step): Step =>
  finding === undefined || finding.status === 'ended' ? {} : { change: { kind: 'forgotten', finding } };
