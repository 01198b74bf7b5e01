import type { Bilingual } from '#contract/texts/bilingual';
import { demandDestination } from '../../run/destination.ts';
import { type CountedDays, countDays } from '../../nights/take-day.ts';
import { type PlannedRun, planRun } from '../../run/plan-run.ts';
import { demandTestPhase } from '../../run/test-phase.ts';
import { UsageError } from '../../usage-error.ts';
import type { ListenOptions } from '../options.ts';
import type { ListenSettings } from '../settings.ts';

/** Where messages go on to, checked; and what is to be told of that place. */
export interface PlannedForward {
  readonly planned: PlannedRun;
  readonly remark: Bilingual | undefined;
  readonly days: CountedDays;
}

/** Checks the profile that messages go on by, as for a run; undefined where none is asked for. Throws errors that end with exit code 2. */
export const planForward = async (
  { forward, state, clock, lang, contract: given }: ListenOptions,
  { contract }: Pick<ListenSettings, 'contract'>,
): Promise<PlannedForward | undefined> => {
  if (forward === undefined) return undefined;
  const own = { ...(given && { contract: given }), ...(clock && { clock }), ...(lang && { lang }) };
  const planned = planRun({ profile: forward, runs: 1, reporter: [], rules: false, ...own });
  const { profile } = planned;
  demandTestPhase(profile);
  if (planned.contract.digest !== contract.digest)
    throw new UsageError({
      nl: `--forward ${forward}: dat profiel is van contract ${planned.contract.id} (${planned.contract.directory}), de ontvanger van ${contract.id} (${contract.directory}); geef met --contract één map voor beide`,
      en: `--forward ${forward}: that profile is of contract ${planned.contract.id} (${planned.contract.directory}), the receiver of ${contract.id} (${contract.directory}); give one folder for both with --contract`,
    });
  const remark = profile.endpoint.kind === 'mock' ? undefined : await demandDestination(profile);
  return { planned, remark, days: countDays(planned, state) };
};
