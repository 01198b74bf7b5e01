import type { Contract } from '#contract/contract';
import type { KeptCase } from '#evidence/corpus/corpus';
import type { RunConfig } from '#harness/run-config';
import type { Chosen } from '#suites/replay/choose';
import type { Scope, ScopeOptions } from '#suites/scope';
import { UsageError } from '../usage-error.ts';
import type { PlannedRun } from './plan-run.ts';
import type { Target } from './target.ts';

/** What is known of a run before its scope. */
interface ScopePlan extends ScopeOptions {
  /** Cases of earlier runs; undefined where there is no corpus. */
  readonly corpus: readonly KeptCase[] | undefined;
}

/** What a run will decide, with the configuration for it; throws `UsageError`, with the endpoint stopped, for limits that leave nothing to decide. */
export const scopeFor = async ({ contract, profile }: PlannedRun, target: Target, plan: ScopePlan) => {
  try {
    const { planned, config, tooSmall, chosen } = await scopeIn(contract, target.config, plan);
    if (tooSmall === undefined) return { planned, config, chosen };
    const [requests, accepted] = [String(tooSmall.requests), String(tooSmall.accepted)];
    if ((config.limits.requests ?? Infinity) < (profile.limits.requests ?? Infinity))
      throw new UsageError({
        nl: `profiel ${config.profile}: van de verzoeken van vandaag (limits.perDay) zijn er te weinig over om elk documenttype één keer aan te leveren (${requests}); begin morgen opnieuw, of kies met --document-type minder documenttypen`,
        en: `profile ${config.profile}: too few of the requests of today are left (limits.perDay) to deliver each document type once (${requests}); start again tomorrow, or choose fewer document types with --document-type`,
      });
    throw new UsageError({
      nl: `profiel ${config.profile}: de limieten zijn te klein om elk documenttype één keer aan te leveren; zet limits.requests op minstens ${requests} en limits.accepted op minstens ${accepted}, of kies met --document-type minder documenttypen`,
      en: `profile ${config.profile}: its limits are too small to deliver each document type once; put limits.requests at ${requests} or more and limits.accepted at ${accepted} or more, or choose fewer document types with --document-type`,
    });
  } catch (error) {
    await target.stop();
    throw error;
  }
};

const scopeIn = async (
  contract: Contract,
  config: RunConfig,
  { corpus, ...plan }: ScopePlan,
): Promise<Scope & { readonly chosen?: Chosen | undefined }> => {
  // A run that is resumed began with its cases.
  if (corpus !== undefined && plan.before === undefined)
    return (await import('#suites/replay/scope-with')).scopeWith(contract, config, { ...plan, corpus });
  return (await import('#suites/scope')).scopeOf(contract, config, plan);
};
