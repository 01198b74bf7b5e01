/** What came of something on the nights that could show it, the last at the end: `x` where it was there, `.` where it was not. */
export type Trail = string;

/** Nights that are kept of each. */
const mostNights = 90;

/** The form of a trail. */
export const trailForm = /^[x.]{1,90}$/;

/** One run, as far as a trail goes. */
interface Sight {
  readonly isThere: boolean;
  /** Whether an earlier run of this night stands at the end of the trail. */
  readonly isSameNight: boolean;
  /** Of several runs of one night: whether it was there where one shows it, or where all do. */
  readonly by?: 'one' | 'all';
}

/** The trail after a run; the runs of one night are one mark. */
export const after = (trail: Trail, { isThere, isSameNight, by = 'one' }: Sight): Trail => {
  if (!isSameNight) return (trail + (isThere ? 'x' : '.')).slice(-mostNights);
  const was = trail.endsWith('x');
  return trail.slice(0, -1) + ((by === 'one' ? was || isThere : was && isThere) ? 'x' : '.');
};

/** Nights in a row at the end with it. */
export const streak = (trail: Trail): number => /x*$/.exec(trail)?.[0].length ?? 0;

/** Nights in a row at the end without it. */
export const absent = (trail: Trail): number => /\.*$/.exec(trail)?.[0].length ?? 0;

/** Nights that are looked back on for whether something came and went before. */
const lately = 30;

/** Whether it is back once only, of late. */
export const isFirstReturn = (trail: Trail): boolean => comings(trail.slice(-lately)) <= 2;

/** Nights with it. */
export const seen = (trail: Trail): number => trail.replaceAll('.', '').length;

/** Nights in a row without it, of those that could show it, after which its return is a change. */
export const longAway = 7;

/** Whether it left, and not long ago. */
export const hasJustLeft = (trail: Trail): boolean => absent(trail) > 0 && absent(trail) < longAway;

/** Least nights in a row, and the chance below which what comes and goes is not there so many nights in a row by itself. */
const [leastStreak, slightChance] = [3, 1 / 10_000];

/**
 * Whether its own history does not explain that it is there so many nights in a row, where so many are watched for that: the chance of
 * them by the rule of succession, night after night, which expects little of a short history.
 */
export const isNoChance = (trail: Trail, watched = 1): boolean => {
  const row = streak(trail);
  const [there, all] = [seen(trail) - row, trail.length - row];
  const chance = Array.from({ length: row }, (_, night) => (there + night + 1) / (all + night + 2));
  return row >= leastStreak && chance.reduce((product, one) => product * one, 1) < slightChance / watched;
};

/** Whether it is there night after night, and was there on one night alone before: that is no history of coming and going. */
export const isThereToStay = (trail: Trail): boolean =>
  streak(trail) >= leastStreak && seen(trail) - streak(trail) <= 1;

/** Whether it is there three nights in a row. */
export const isThree = (trail: Trail): boolean => streak(trail) >= leastStreak;

/** Whether it is there three nights in a row, and more of them than it came before, or more than its history explains. */
export const isToStay = (trail: Trail, watched?: number): boolean =>
  (isThree(trail) && streak(trail) >= comings(trail)) || isNoChance(trail, watched);

/** How often it came, however long it stayed. */
const comings = (trail: Trail): number => (trail.match(/x+/g) ?? []).length;

/** Whether it was away longer than is looked back. */
export const isLongGone = (trail: Trail): boolean => absent(trail) >= lately;

/** Whether it left after one night alone. */
export const wasOneNight = (trail: Trail): boolean => /(?:^|\.)x\.+$/.test(trail);

/** Whether it was there on one of the last nights. */
export const wasLately = (trail: Trail): boolean => trail.slice(-lately).includes('x');

/** What was there for the first time, after so many nights that could have shown it. */
export const firstSeen = (before: number): Trail =>
  after('.'.repeat(Math.min(before, mostNights)), { isThere: true, isSameNight: false });
