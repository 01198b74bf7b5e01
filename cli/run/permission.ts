import type { Permission } from '#harness/run-config';
import type { ProfilePermission } from '#profiles/profile';

/**
 * What a permission (toestemming) covers on all of these days, YYYY-MM-DD: nothing before it was given or after it ends.
 * Who sets the clock of a run (--clock) does not make it last longer, so the day that it really is counts too.
 */
export const permittedBy = (
  permission: ProfilePermission | undefined,
  days: readonly string[],
): readonly Permission[] => {
  if (permission === undefined) return [];
  const { date, until, scope } = permission;
  return days.every((day) => day >= date && day <= until) ? scope : [];
};
