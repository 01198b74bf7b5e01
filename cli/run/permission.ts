import type { Permission } from '#harness/run-config';
import type { ProfilePermission } from '#profiles/profile';

/** What a permission (toestemming) covers on a day, YYYY-MM-DD: nothing before it was given or after it ends. */
export const permittedBy = (permission: ProfilePermission | undefined, today: string): readonly Permission[] => {
  if (permission === undefined || today < permission.date || today > permission.until) return [];
  return permission.scope;
};
