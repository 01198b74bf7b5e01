import type { Contract } from '#contract/contract';
import type { LeftOut, NeverBroken, Planned } from '#evidence/event';
import { type PlannedCheck, planPhase, select } from '#harness/plan';
import type { Exclusion } from '#harness/run-check';
import type { RunConfig } from '#harness/run-config';
import { topicOf } from '#judgement/requirements/registry';
import { contentsOf } from './contents.ts';
import { type Surroundings, findCheck } from './exclusion.ts';
import { leftBy } from './left-out.ts';
import { unbrokenFor } from './unbroken-for.ts';

type Left = Extract<Exclusion, { readonly verdict: 'left-out' }>;

/** What a run will decide of all that applies, and why it leaves out the rest; known before anything is sent. */
export const scopeOf = (contract: Contract, config: RunConfig, never: readonly NeverBroken[]): Planned => {
  const around = { contract, config, unviolable: unviolableBy(never) };
  const all = planPhase(contract, config.phase, config.mockControl !== undefined);
  const selected = new Set(select(all, config));
  const inPlan = all.flatMap((check) => {
    const left = leftFor(around, check, selected);
    return left === 'outside' ? [] : [{ check, left }];
  });
  const leftOut = inPlan.flatMap(({ left }) => left ?? []);
  return {
    type: 'planned',
    plan: inPlan.length,
    scope: inPlan.length - leftOut.length,
    unselected: inPlan.filter(({ check }) => !selected.has(check)).length,
    leftOut: grouped(leftOut),
  };
};

const unviolableBy = (never: readonly NeverBroken[]): Surroundings['unviolable'] => {
  const byType = Map.groupBy(never, ({ documentType }) => documentType);
  const reasons = new Map(
    [...byType].map(([type, own]) => [type, new Map(own.map((one) => [one.constraint, unbrokenFor(one)]))]),
  );
  return (documentType) => reasons.get(documentType) ?? new Map<string, Exclusion>();
};

/** Undefined: it is in scope. */
const leftFor = (
  around: Surroundings,
  check: PlannedCheck,
  selected: ReadonlySet<PlannedCheck>,
): Left | 'outside' | undefined => {
  const found = findCheck(around, check, contentsOf(around.config.phase));
  const isLeft = 'verdict' in found;
  if (isLeft && found.verdict === 'not-applicable') return 'outside';
  if (!selected.has(check)) return leftBy.flag(flagAgainst(around.config, check));
  return isLeft && found.verdict === 'left-out' ? found : undefined;
};

const flagAgainst = ({ topics, documentTypes }: RunConfig, { requirement }: PlannedCheck): string =>
  topics.length > 0 && !topics.includes(topicOf(requirement))
    ? `--topic ${topics.join(',')}`
    : `--document-type ${documentTypes.join(',')}`;

const grouped = (all: readonly Left[]): readonly LeftOut[] =>
  [...Map.groupBy(all, ({ reason }) => reason.en).values()]
    .flatMap(([first, ...others]) =>
      first === undefined ? [] : [{ checks: others.length + 1, reason: first.reason, remedy: first.remedy }],
    )
    .sort((one, other) => other.checks - one.checks);
