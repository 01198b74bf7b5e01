import type { Bilingual } from '#contract/texts/bilingual';
import { isActedAgain } from '#evidence/acted-again';
import type { CaseReplayed, WaitingCase } from '#evidence/case-replayed';
import { causeDigest, fingerprintOf } from '#evidence/cause';
import type { CheckEnded } from '#evidence/event';
import { type RequirementId, requirementOf, requirements } from '#judgement/requirements/registry';
import { isOverRun } from '#judgement/streams/over-run';
import type { Failure, Replay } from './night.ts';

/** A case of an earlier run that was sent again, with the kinds of answer that it came to now. */
export interface SentAgain extends CaseReplayed {
  readonly kind: string;
}

/** The run that a check failed in. */
interface Around {
  readonly runId: string;
  /** The digest of its contract. */
  readonly contract: string;
  readonly replays: readonly SentAgain[];
  /** What the rules of its contract say. */
  readonly rules: ReadonlyMap<string, Bilingual>;
}

/** A case that failed, of the check itself or of an earlier run. */
interface FailedCase {
  readonly kind: string;
  readonly shown: Failure['counterexample'];
  readonly again?: SentAgain | undefined;
}

/** The failures of a check, whole as its run recorded it, each cause once: first that of the case that shows it, with its kinds of answer. */
export const failuresOf = (check: CheckEnded, kind: string, around: Around): readonly Failure[] => {
  const { counterexample: shown } = check;
  const failed = around.replays.filter((one) => one.check === check.check && one.outcome === 'failed');
  const first = failed.find((one) => one.case === shown?.case);
  const others = failed.filter((one) => one !== first);
  const cases: readonly FailedCase[] = [
    { kind, shown: shown && { case: shown.case, seed: shown.seed, path: pathOf(first) ?? shown.path }, again: first },
    ...others.map((again) => ({
      ...{ kind: again.kind, again },
      shown: { case: again.case, seed: shown?.seed ?? 0, path: pathOf(again) ?? '' },
    })),
  ];
  const failures = cases.map((one) => failureOf(check, one, around));
  return failures.filter((one, index) => failures.findIndex((other) => isAlike(one, other)) === index);
};

/** A case of an earlier run has values of that run, which the check does not make again by itself. */
const pathOf = (again: SentAgain | undefined): string | undefined => again && `corpus ${again.from}`;

const isAlike = (one: Failure, other: Failure): boolean =>
  fingerprintOf(one.cause) === fingerprintOf(other.cause) && one.found === other.found;

const failureOf = (check: CheckEnded, { kind, shown, again }: FailedCase, around: Around): Failure => {
  const { requirement, constraint, documentType, level } = check;
  const says = constraint === undefined ? undefined : around.rules.get(constraint);
  const failure = { check: check.check, says, documentType, level, again: againBy(requirement, shown) };
  const cause = { requirement, constraint, kind };
  if (!isConfidential(requirement)) return { ...failure, cause, counterexample: shown };
  // What is told in confidence has no counterexample here, and no answer either.
  const digest = causeDigest(around.contract, cause);
  const known = again ?? around.replays.find((one) => one.check === check.check && one.cause === digest);
  return {
    ...failure,
    cause: { ...cause, kind: '' },
    found: known?.found ?? around.runId,
  };
};

/** Later values of a seed are not sent by a run of fewer. */
const againBy = (requirement: RequirementId, shown: Failure['counterexample']): Failure['again'] => {
  if (isActedAgain(requirement)) return 'check';
  return shown !== undefined && firstValue.test(shown.path) && !isOverRun(requirement) ? 'seed' : undefined;
};

/** The path of a case without generated values, of the first of them, or of what that was made smaller to. */
const firstValue = /^0?(?::|$)/;

const isConfidential = (requirement: string): boolean => {
  const id = requirementOf(requirement);
  return id !== undefined && requirements.get(id)?.security === true;
};

/** A case that waits for room in a later run. */
export const waitingOf = ({ check, cause, found }: WaitingCase): Replay =>
  isConfidential(check) ? { check, found, outcome: 'waiting' } : { check, cause, outcome: 'waiting' };

/** What a case came to for its own cause; of what is told in confidence that is not kept. */
export const replayOf = (sent: SentAgain, contract: string): Replay => {
  const { check, cause, found, outcome } = sent;
  if (isConfidential(check)) return { check, found, outcome };
  return { check, cause, outcome: failsOtherwise(sent, contract) ? 'blocked' : outcome };
};

/** Whether a case fails, and by another answer than its own: that is another cause. */
export const failsOtherwise = ({ check, cause, outcome, kind }: SentAgain, contract: string): boolean => {
  const [requirement = '', , ...constraint] = check.split('/');
  const now = { requirement, constraint: constraint.length === 0 ? undefined : constraint.join('/'), kind };
  return outcome === 'failed' && cause !== undefined && cause !== causeDigest(contract, now);
};
