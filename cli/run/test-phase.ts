import type { Profile } from '#profiles/profile';
import { UsageError } from '../usage-error.ts';

/** Throws `UsageError` for a profile of production, where nothing of a vendor's is delivered. */
export const demandTestPhase = ({ name, phase }: Profile): void => {
  if (phase !== 4) return;
  throw new UsageError({
    nl: `profiel ${name} is van fase 4: productie krijgt alleen IsAlive en nooit een aanlevering; kies een profiel van fase 1, 2 of 3`,
    en: `profile ${name} is of phase 4: production gets IsAlive only and never a delivery; choose a profile of phase 1, 2 or 3`,
  });
};
