import type { Bilingual } from '#contract/texts/bilingual';
import type { Permission } from '#harness/run-config';
import type { ProfilePermission } from '#profiles/profile';

/** What a permission comes to on some days: what it covers, and what is to be said where it covers nothing then. */
export interface Standing {
  readonly permitted: readonly Permission[];
  readonly lapsed: Bilingual | undefined;
  /** What it would have covered. */
  readonly lapsedFor?: readonly Permission[];
}

/**
 * The standing of a permission (toestemming) on all of these days, YYYY-MM-DD: nothing before it was given or after it ends.
 * Who sets the clock of a run (--clock) does not make it last longer, so the day that it really is counts too.
 */
export const standingOf = (permission: ProfilePermission | undefined, days: readonly string[]): Standing => {
  if (permission === undefined) return { permitted: [], lapsed: undefined };
  const { date, until, scope } = permission;
  if (days.some((day) => day > until)) return { permitted: [], lapsed: ended(until), lapsedFor: scope };
  if (days.some((day) => day < date)) return { permitted: [], lapsed: notBegun(date), lapsedFor: scope };
  return { permitted: scope, lapsed: undefined };
};

const ended = (until: string): Bilingual => ({
  nl: `De toestemming in het profiel is verlopen (tot ${until}): waarvoor zij nodig is, wordt niet getoetst.`,
  en: `The permission (toestemming) of the profile has lapsed (tot ${until}): what needs it is not tested.`,
});

const notBegun = (date: string): Bilingual => ({
  nl: `De toestemming in het profiel geldt nog niet (datum ${date}): waarvoor zij nodig is, wordt niet getoetst.`,
  en: `The permission (toestemming) of the profile is not valid yet (datum ${date}): what needs it is not tested.`,
});
