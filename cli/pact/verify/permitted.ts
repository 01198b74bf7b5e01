import { pathOf } from '#contract/roles/bindings';
import type { Contract } from '#contract/contract';
import type { LeftOut } from '#evidence/left-out';
import { type PlannedCheck, planPhase } from '#harness/plan';
import type { Exclusion } from '#harness/run-check';
import type { RequirementId } from '#judgement/requirements/registry';
import { contentsOf } from '#suites/contents';
import { findCheck } from '#suites/exclusion';
import type { Lab } from '#suites/lab';
import { left, leftBy } from '#suites/left-out';
import { media } from '#suites/media';
import type { InteractionKind, Outlined } from '../interactions/outline.ts';
import { withinLimits } from './within-limits.ts';

/** The requirement that the answer to each kind of interaction is about. */
const requirements: Readonly<Record<InteractionKind, RequirementId>> = {
  alive: 'connection.answers-is-alive',
  accepted: 'delivery.accepts-valid',
  published: 'delivery.accepts-valid',
  prepared: 'delivery.prepares-without-medium',
  schema: 'rejection.refuses-schema-violation',
  content: 'rejection.refuses-schema-violation',
  rule: 'rejection.refuses-rule-violation',
  duplicate: 'redelivery.refuses-after-success',
  credentials: 'connection.refuses-wrong-username',
};

/** An interaction that is left out, with the check that it would decide. */
export interface LeftInteraction {
  readonly outlined: Outlined;
  readonly check: PlannedCheck;
  readonly exclusion: Extract<Exclusion, { readonly verdict: 'left-out' }>;
}

/** What a profile permits of an outline. */
export interface Permitted {
  readonly permitted: readonly Outlined[];
  readonly left: readonly LeftInteraction[];
  /** What the phase of the profile does not have, such as a username where a certificate takes its place. */
  readonly foreign: readonly Outlined[];
}

/** Tells which interactions of an outline may be sent by the profile of a run: what a run would not send is left out for the same reason. */
export const permittedOf = (lab: Lab, outline: readonly Outlined[]): Permitted => {
  const sorted = outline.map((outlined) => ({ outlined, ...lookAt(lab, outlined) }));
  return fitting(lab, {
    permitted: sorted.flatMap(({ outlined, check, exclusion }) =>
      check === undefined || exclusion !== undefined ? [] : [outlined],
    ),
    left: sorted.flatMap(({ outlined, check, exclusion }) =>
      check === undefined || exclusion === undefined ? [] : [{ outlined, check, exclusion }],
    ),
    foreign: sorted.flatMap(({ outlined, check }) => (check === undefined ? [outlined] : [])),
  });
};

/** The planned check that an interaction decides; the constraint is that which its request breaks, as far as it is known. */
export const checkOf = (
  { contract, config }: Lab,
  { kind, documentType }: Pick<Outlined, 'kind' | 'documentType'>,
  constraint?: string,
): PlannedCheck | undefined =>
  planPhase(contract, config.phase, config.mockControl !== undefined).find(
    (check) =>
      check.requirement === requirements[kind] &&
      (check.documentType === undefined || check.documentType === documentType) &&
      (check.constraints.length === 0 ||
        (constraint === undefined
          ? isOfKind(contract, kind)(check.constraints[0] ?? '')
          : check.constraints.includes(constraint))),
  );

/** Whether a constraint is of the schema of the message, or of one of a content. */
const isOfKind = ({ schemas, roles }: Contract, kind: InteractionKind): ((constraint: string) => boolean) => {
  const files = kind === 'content' ? roles.flatMap(({ payload }) => payload?.schema ?? []) : [schemas.message];
  return (constraint) => kind === 'rule' || files.some((file) => constraint.startsWith(`${file}#`));
};

interface LookedAt {
  /** Undefined where the phase has none. */
  readonly check?: PlannedCheck;
  readonly exclusion?: LeftInteraction['exclusion'] | undefined;
}

const lookAt = (lab: Lab, outlined: Outlined): LookedAt => {
  const check = checkOf(lab, outlined);
  if (check === undefined) return {};
  const found = findCheck(
    // Which constraint is broken is chosen later, among those that can be.
    { ...lab, config: { ...lab.config, runs: manyRuns }, unviolable: () => new Map() },
    check,
    contentsOf(lab.config.phase),
  );
  if ('act' in found) return { check, exclusion: withoutMedium(lab, outlined) };
  return found.verdict === 'left-out' ? { check, exclusion: found } : {};
};

/** A run of so many takes each constraint in each document type. */
const manyRuns = 25;

const withoutMedium = (lab: Lab, { kind, documentType = '' }: Outlined): LeftInteraction['exclusion'] | undefined => {
  if (kind !== 'published' || pathOf(lab.contract, 'medium') === undefined) return undefined;
  if (lab.config.media?.length === 0) return left.media;
  return media(lab, documentType).length === 0 ? left.fittingMedium : undefined;
};

const fitting = (lab: Lab, { permitted, ...others }: Permitted): Permitted => {
  const { limits } = lab.config;
  const within = withinLimits(limits, permitted);
  const exclusion = leftBy.limits(limits, undefined);
  const beyond = permitted.flatMap((outlined) => {
    const check = within.includes(outlined) ? undefined : checkOf(lab, outlined);
    return check === undefined ? [] : [{ outlined, check, exclusion }];
  });
  return { ...others, permitted: within, left: [...others.left, ...beyond] };
};

/** Why interactions are left out, each reason once with how many. */
export const reasonsOf = (all: readonly LeftInteraction[]): readonly LeftOut[] =>
  [...Map.groupBy(all, ({ exclusion }) => exclusion.reason.en).values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [{ checks: others.length + 1, reason: first.exclusion.reason, remedy: first.exclusion.remedy }],
  );
