import type { Constraint, Contract } from '#contract/contract';
import { type Ground, type Level, levelOf, weakest } from '#contract/grounds/ground';
import { mayLock } from '#judgement/requirements/connection';
import { type RequirementId, requirements, topicOf } from '#judgement/requirements/registry';
import { type Requirement, isSeenInRecordings, isSeenInRuns } from '#judgement/requirements/requirement';
import type { RecordingStarted, Target } from '#evidence/event';
import { isOverRun } from '#judgement/streams/over-run';

/** One requirement for one target, as planned. */
export interface PlannedCheck extends Target {
  /** `delivery.accepts-valid/Melding`; unique in a run and the same in every run. */
  readonly key: string;
  /** Position in the whole plan of the phase, whatever is filtered; part of every delivery's number. */
  readonly ordinal: number;
  readonly level: Level;
  readonly ground: Ground;
  /** Ids of the constraints that it violates, each at least once. */
  readonly constraints: readonly string[];
}

/** What part of the plan a run does; empty lists mean all. */
export interface Selection {
  readonly topics: readonly string[];
  readonly documentTypes: readonly string[];
}

/** Everything that a run of a phase can show under a contract, in a fixed order. */
export const planPhase = (contract: Contract, phase: number, isMock: boolean): readonly PlannedCheck[] =>
  plan(contract, (one) => isSeenInRuns(one) && isOf(one, phase), isMock);

/** Everything that a recording of a vendor's system in a phase can show under a contract, in a fixed order; one delivery that 3pas sent itself shows nothing of how that system behaves. */
export const planRecording = (
  contract: Contract,
  phase: number,
  recordedBy?: RecordingStarted['recordedBy'],
): readonly PlannedCheck[] =>
  plan(contract, (one) => isSeenInRecordings(one) && isOf(one, phase), false).filter(
    ({ requirement }) => recordedBy !== 'delivery' || topicOf(requirement) !== 'behaviour',
  );

const isOf = ({ phases }: Requirement, phase: number): boolean => phases.some((each) => each === phase);

const plan = (contract: Contract, isWanted: (one: Requirement) => boolean, isMock: boolean): readonly PlannedCheck[] =>
  [...requirements]
    .filter(([, one]) => isWanted(one))
    .flatMap(([id, one]) => aimsOf(contract, id, one).map((own) => ({ one, ...own })))
    .map(({ one, target, constraints }, ordinal) => ({
      ...target,
      key: keyOf(target),
      ordinal,
      constraints: constraints.map(({ id }) => id),
      ...binding(contract, { requirement: one, target, constraints, isMock }),
    }));

/**
 * In the order in which they are acted: the connection, whatever sends by itself, what asks for all connections and how long the
 * endpoint remembers and answers, what may lock the account, and what all of that decides together. Only the second is acted side by side.
 */
export const inTurns = (plan: readonly PlannedCheck[]): readonly (readonly PlannedCheck[])[] => {
  const turnOf = ({ requirement }: PlannedCheck): number => {
    if (isOverRun(requirement)) return 4;
    if (mayLock.has(requirement)) return 3;
    if (actedAlone.has(requirement)) return 2;
    return topicOf(requirement) === 'connection' ? 0 : 1;
  };
  return [0, 1, 2, 3, 4].map((turn) => plan.filter((check) => turnOf(check) === turn));
};

/** What comes after the deliveries of a run, or wants two connections free at one moment. */
const actedAlone: ReadonlySet<string> = new Set<RequirementId>([
  'delivery.keeps-answers-apart',
  'connection.stays-alive',
  'redelivery.refuses-after-others',
]);

/** The planned checks that a selection keeps; a check that is not about a document type stays whatever types are chosen. */
export const select = (plan: readonly PlannedCheck[], { topics, documentTypes }: Selection): readonly PlannedCheck[] =>
  plan.filter(
    ({ requirement, documentType }) =>
      (topics.length === 0 || topics.includes(topicOf(requirement))) &&
      (documentTypes.length === 0 || documentType === undefined || documentTypes.includes(documentType)),
  );

const keyOf = ({ requirement, documentType, constraint }: Target): string =>
  [requirement, documentType, constraint].filter((part) => part !== undefined).join('/');

interface Aim {
  readonly target: Target;
  readonly constraints: readonly Constraint[];
}

const aimsOf = (contract: Contract, requirement: RequirementId, one: Requirement): readonly Aim[] => {
  if (one.scope === 'run') return [aim({ requirement })];
  const types = contract.documentTypes.map(({ name }) => name);
  if (one.scope === 'document-type') return types.map((documentType) => aim({ requirement, documentType }));
  const groups = [...groupsIn(contract, one.scope)];
  return types.flatMap((documentType) =>
    groups.map(([constraint, constraints]) => aim({ requirement, documentType, constraint }, constraints)),
  );
};

const aim = (
  { requirement, documentType, constraint }: Pick<Target, 'requirement'> & Partial<Target>,
  constraints: readonly Constraint[] = [],
): Aim => ({ target: { requirement, documentType, constraint }, constraints });

/**
 * Constraints that are judged together: those of one declaration that rest on one ground, since a verdict has one ground;
 * a rule by itself.
 */
const groupsIn = (
  contract: Contract,
  scope: 'schema-constraint' | 'rule' | 'warning',
): ReadonlyMap<string, readonly Constraint[]> => {
  const warnings = new Set(contract.rules.filter(({ severity }) => severity === 'warning').map(({ id }) => id));
  const isWarning = ({ id }: Constraint): boolean => warnings.has(id.slice(id.indexOf('#') + 1));
  if (scope === 'schema-constraint') {
    return Map.groupBy(
      contract.constraints.filter(({ kind }) => kind === 'schema'),
      ({ id, ground }) => `${declarationOf(id)} (${ground})`,
    );
  }
  const rules = contract.constraints.filter((one) => one.kind === 'rule' && isWarning(one) === (scope === 'warning'));
  return new Map(rules.map((one) => [one.id, [one]]));
};

/** The id of the declaration that a constraint belongs to: all but its last step. */
const declarationOf = (constraint: string): string => {
  const end = constraint.lastIndexOf('/');
  return end === -1 ? constraint : constraint.slice(0, end);
};

interface Bound extends Aim {
  readonly requirement: Requirement;
  readonly isMock: boolean;
}

/** The weakest of the grounds that a check rests on, and the level it gives; at the mock everything binds. */
const binding = (
  contract: Contract,
  { requirement, target, constraints, isMock }: Bound,
): { readonly ground: Ground; readonly level: Level } => {
  // That a message of this type is accepted beside a refusal shows that the endpoint knows the type, whatever that is believed on.
  const isShown = constraints.length > 0 && requirement.scope !== 'warning';
  const type = isShown ? undefined : contract.documentTypes.find(({ name }) => name === target.documentType)?.ground;
  const own = requirement.needs?.includes('duplicate') ? contract.duplicate?.ground : undefined;
  const ground = weakest([own ?? requirement.ground, type, ...constraints.map((one) => one.ground)]);
  if (isMock) return { ground, level: 'MUST' };
  const level = levelOf(ground);
  return { ground, level: level === 'MUST' && requirement.strength !== 'MUST' ? 'SHOULD' : level };
};
