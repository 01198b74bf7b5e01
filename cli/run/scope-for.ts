import type { ScopeOptions } from '#suites/scope';
import { UsageError } from '../usage-error.ts';
import type { PlannedRun } from './plan-run.ts';
import type { Target } from './target.ts';

/** What a run will decide, with the configuration for it; throws `UsageError`, with the endpoint stopped, for limits that leave nothing to decide. */
export const scopeFor = async ({ contract }: PlannedRun, target: Target, options: ScopeOptions) => {
  try {
    const { scopeOf } = await import('#suites/scope');
    const { planned, config, tooSmall } = scopeOf(contract, target.config, options);
    if (tooSmall === undefined) return { planned, config };
    const [requests, accepted] = [String(tooSmall.requests), String(tooSmall.accepted)];
    throw new UsageError({
      nl: `profiel ${config.profile}: de limieten zijn te klein om elk documenttype één keer aan te leveren; zet limits.requests op minstens ${requests} en limits.accepted op minstens ${accepted}, of kies met --document-type minder documenttypen`,
      en: `profile ${config.profile}: its limits are too small to deliver each document type once; put limits.requests at ${requests} or more and limits.accepted at ${accepted} or more, or choose fewer document types with --document-type`,
    });
  } catch (error) {
    await target.stop();
    throw error;
  }
};
