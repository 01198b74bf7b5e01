import type { Contract } from '#contract/contract';
import { type KeptCase, foundBy } from '#evidence/corpus/corpus';
import type { RunConfig } from '#harness/run-config';
import type { Cost } from '../costs.ts';
import type { Surroundings } from '../exclusion.ts';
import { type Scope, type ScopeOptions, scopeOf } from '../scope.ts';
import { type Chosen, chooseCases } from './choose.ts';
import { checkOf } from './permitted.ts';

/** The part of its budget that a run may spend on cases of earlier runs. */
const share = 0.1;

/** The scope of a run that begins with cases of a corpus: what these may cost is kept for them. */
export const scopeWith = (
  contract: Contract,
  config: RunConfig,
  plan: ScopeOptions & { readonly corpus: readonly KeptCase[] },
): Scope & { readonly chosen: Chosen } => {
  const { limits } = config;
  // Without limits the cases take nothing from the plan, and the plan tells what a tenth is.
  const whole = limits.requests === undefined ? scopeOf(contract, config, plan) : undefined;
  const room = roomFor(limits, whole?.planned.requests ?? 0);
  const around = { contract, config, unviolable: () => new Map<string, never>() };
  const chosen = chooseCases(around, plan.corpus, room);
  const { cost } = chosen;
  const scope = whole ?? scopeOf(contract, { ...config, limits: less(limits, cost) }, plan);
  const folders = chosen.first.map(({ folder }) => folder);
  return {
    ...{ ...scope, chosen },
    planned: {
      ...scope.planned,
      requests: scope.planned.requests + cost.requests,
      waiting: waitingIn(around, chosen, room),
    },
    config: {
      ...{ ...scope.config, limits },
      replays: folders.length === 0 ? undefined : { folders, spare: room.requests - cost.requests },
    },
  };
};

/** The cases that have a turn in a later run; one that is larger than all the room has none. */
const waitingIn = (around: Surroundings, { waiting }: Chosen, room: Cost): Scope['planned']['waiting'] => {
  const all = waiting.flatMap(({ one }) => {
    if (one.requests.length > room.requests) return [];
    const check = checkOf(around, one);
    return check === undefined ? [] : [{ check: check.key, cause: one.cause, found: foundBy(one) }];
  });
  return all.length === 0 ? undefined : all;
};

const roomFor = ({ requests, accepted }: RunConfig['limits'], planned: number): Cost => ({
  requests: Math.floor(share * (requests ?? planned)),
  accepted: accepted === undefined ? Infinity : Math.floor(share * accepted),
});

const less = (limits: RunConfig['limits'], cost: Cost): RunConfig['limits'] => ({
  ...limits,
  requests: limits.requests && limits.requests - cost.requests,
  accepted: limits.accepted && limits.accepted - cost.accepted,
});
