import type { Planned } from '#evidence/event';
import type { PlannedCheck } from '#harness/plan';
import { seedOf } from '#harness/seed';
import type { Lab } from '#suites/lab';
import { byManners } from '#suites/lab';
import type { RulesUse } from '../../rules/use.ts';
import { madeInteractions } from '../interactions/made-interactions.ts';
import { type Outlined, outlineOf } from '../interactions/outline.ts';
import { checkOf, type LeftInteraction, permittedOf, reasonsOf } from './permitted.ts';
import type { PlannedInteraction } from './planned-interaction.ts';

/** What of a pact is asked, and what is left out; known before anything is sent. */
export interface Plan {
  readonly interactions: readonly PlannedInteraction[];
  readonly left: readonly LeftInteraction[];
  /** What the phase of the profile does not have. */
  readonly foreign: readonly Outlined[];
  readonly planned: Omit<Planned, 'runs'>;
}

/** Makes the interactions that the profile permits, with numbers and dates of this run; those that manners forbid are left out too. */
export const planInteractions = async (lab: Lab, use: RulesUse): Promise<Plan> => {
  const { permitted, left, foreign } = permittedOf(lab, outlineOf(lab.contract));
  const made = await makeAll(lab, use, permitted);
  const sorted = made.map((one) => ({ one, forbidden: lab.generation.forbids?.(Buffer.from(one.request.message)) }));
  const interactions = sorted.flatMap(({ one, forbidden }): readonly PlannedInteraction[] => {
    const check = forbidden === undefined ? checkOf(lab, one, one.constraint) : undefined;
    return check === undefined ? [] : [{ one, check }];
  });
  const forbidden = sorted.flatMap(({ one, forbidden: why }): readonly LeftInteraction[] => {
    const check = checkOf(lab, one, one.constraint);
    const exclusion = why && byManners(why);
    return check === undefined || exclusion?.verdict !== 'left-out'
      ? []
      : [{ outlined: { ...one, number: '' }, check, exclusion }];
  });
  const all = onePerCheck([...left, ...forbidden], interactions);
  return { interactions, left: all, foreign, planned: plannedOf(lab, interactions, all) };
};

const makeAll = (lab: Lab, use: RulesUse, outline: readonly Outlined[]) => {
  const { contract, config, client } = lab;
  const { today, runId, oin, mandates, authorities, media } = config;
  return madeInteractions({
    ...{ contract, use, outline, headers: client.securityHeaders },
    occasion: { today, runId },
    rehearsal: { documentTypes: [...new Set(outline.flatMap(({ documentType }) => documentType ?? []))] },
    sender: { oin, mandates, authorities, media },
  });
};

/** Two interactions may decide one check, of which a journal tells once. */
const onePerCheck = (
  left: readonly LeftInteraction[],
  interactions: readonly PlannedInteraction[],
): readonly LeftInteraction[] => {
  const taken = new Set(interactions.map(({ check }) => check.key));
  const byKey = new Map(left.map((one) => [one.check.key, one]));
  return [...byKey.values()].filter(({ check }) => !taken.has(check.key));
};

const plannedOf = (
  { config }: Lab,
  interactions: readonly PlannedInteraction[],
  left: readonly LeftInteraction[],
): Plan['planned'] => {
  const reasons = reasonsOf(left);
  const toDecide = (check: PlannedCheck, leftOut: number | undefined) => {
    const { key, requirement, documentType, constraint, level, ground } = check;
    return {
      check: key,
      requirement,
      documentType,
      constraint,
      level,
      ground,
      seed: seedOf(config.seed, key),
      leftOut,
    };
  };
  return {
    type: 'planned',
    plan: interactions.length + left.length,
    scope: interactions.length,
    unselected: 0,
    requests: interactions.reduce((sum, { one }) => sum + (one.kind === 'duplicate' ? 2 : 1), 0),
    leftOut: reasons,
    checks: [
      ...interactions.map(({ check }) => toDecide(check, undefined)),
      ...left.map(({ check, exclusion }) =>
        toDecide(
          check,
          reasons.findIndex(({ reason }) => reason.en === exclusion.reason.en),
        ),
      ),
    ],
  };
};
