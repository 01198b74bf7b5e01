import { isOfTonight } from './compare-circumstances.ts';
import { isLetThrough } from './let-through.ts';
import type { Finding, Place } from './memory.ts';
import type { Failure, Night } from './night.ts';
import {
  absent,
  after,
  firstSeen,
  hasJustLeft,
  isNoChance,
  isThereToStay,
  isThree,
  isToStay,
  longAway,
} from './trail.ts';

/** A run, as far as places go. */
interface Tonight {
  readonly night: Night;
  readonly passedTonight: ReadonlySet<string>;
  /** Keys of checks that passed in earlier nights. */
  readonly passed: ReadonlySet<string>;
  readonly began: string;
  /** Nights before this one on which what passed was tested, as far as that is known. */
  readonly before: number;
  /** Whether wrong messages are accepted by chance of late. */
  readonly isByChance: boolean;
}

/** The places of a cause that is new: all of them are told with it. */
export const newPlaces = (
  shown: readonly Shown[],
  { night: { at }, passed, before }: Pick<Tonight, 'night' | 'passed' | 'before'>,
): readonly Place[] =>
  shown
    .map(({ check }) => ({ check, looked: at, trail: firstSeen(passed.has(check) ? before : 0), isTold: true }))
    .sort(byCheck);

/** The places of a cause that is told to be there anew. */
export const toldPlaces = ({ places }: Finding): readonly Place[] =>
  places.map((place) => ({ ...place, isTold: place.isTold || place.trail.endsWith('x') }));

const byCheck = (one: Place, other: Place): number => (one.check < other.check ? -1 : 1);

type Shown = Pick<Failure, 'check'>;

/** The places of a known cause after a run, and those of them that are news for the worse. */
interface Places {
  readonly places: readonly Place[];
  readonly news: readonly string[];
}

/**
 * A place that passed before is news at once where the cause stays where it was, and otherwise once it stays there (`isToStay`). One
 * whose turn it is for the first time is none.
 */
export const placesAfter = (finding: Finding, shown: readonly Shown[], tonight: Tonight): Places => {
  const { night, passed, before } = tonight;
  const failing = new Set(shown.map(({ check }) => check));
  const known = finding.places.map((place) => ({ before: place, now: lookedAt(place, failing, tonight) }));
  const comesAndGoes = finding.status === 'varying' || (tonight.isByChance && isLetThrough(finding));
  const isSteady = !comesAndGoes && !known.some(({ now }) => hasJustLeft(now.trail));
  const watched = finding.places.length;
  const again = known.map(({ before, now }): Placed => {
    if (!failing.has(now.check)) return { place: now, isNews: false };
    // An earlier run of this night may have shown it.
    const isBack = absent(before.trail) > 0 && absent(earlier(before, tonight)) >= longAway;
    const isNews = isBack ? isSteady : !now.isTold && isToStay(now.trail, watched);
    return { place: { ...now, isTold: isNews || (now.isTold && !isBack) }, isNews };
  });
  const added = [...failing]
    .filter((check) => finding.places.every((place) => place.check !== check))
    .map((check): Placed => {
      const hasPassed = passed.has(check);
      const isNews = hasPassed && isSteady;
      const trail = firstSeen(hasPassed ? Math.max(before, finding.trail.length) : 0);
      return { place: { check, looked: night.at, trail, isTold: isNews || !hasPassed }, isNews };
    });
  const all = [...again, ...added];
  return {
    places: all.map(({ place }) => place).sort(byCheck),
    news: all.flatMap(({ place, isNews }) => (isNews ? [place.check] : [])).sort(),
  };
};

interface Placed {
  readonly place: Place;
  readonly isNews: boolean;
}

const lookedAt = (place: Place, failing: ReadonlySet<string>, { night, passedTonight, began }: Tonight): Place => {
  const isThere = failing.has(place.check);
  if (!isThere && !passedTonight.has(place.check)) return place;
  const isSameNight = isOfTonight(place.looked, began);
  return { ...place, looked: night.at, trail: after(place.trail, { isThere, isSameNight }) };
};

/** Its nights before this one. */
const earlier = ({ looked, trail }: Place, { began }: Tonight): string =>
  isOfTonight(looked, began) ? trail.slice(0, -1) : trail;

/** Whether a cause of several places left one not long ago and came to another, or came back to it, as what depends on values does. */
export const isMoving = ({ places: before }: Finding, now: readonly Place[]): boolean => {
  const trails = new Map(before.map(({ check, trail }) => [check, trail]));
  const hasCome = now.some(({ check, trail }) => trail.endsWith('x') && trails.get(check)?.endsWith('x') !== true);
  const hasLeft = [...before, ...now].some(({ trail }) => hasJustLeft(trail));
  return now.length > 1 && hasCome && hasLeft;
};

/** Whether what comes and goes came to stay: in its only place for the first time, or in one that a run looked at. */
export const isStaying = ({ places, looked, trail, hasStayed }: Finding): boolean =>
  isNoChance(trail) ||
  isThereToStay(trail) ||
  (places.length === 1 && hasStayed !== true && isThree(trail)) ||
  (places.length > 1 && places.some((place) => place.looked === looked && isToStay(place.trail)));

/** The checks that show a cause: those that did not long ago, or all where none does. */
export const checksOf = ({ places }: Pick<Finding, 'places'>): readonly string[] => {
  const there = places.filter(({ trail }) => absent(trail) < longAway);
  return (there.length === 0 ? places : there).map(({ check }) => check);
};
