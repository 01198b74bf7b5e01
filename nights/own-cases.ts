import { type Cause, causeDigest } from '#evidence/cause';
import type { Finding } from './memory.ts';
import type { Night, Replay } from './night.ts';

/** The cases of an earlier run that are a finding's own, and those of no other cause. */
export const casesOf = ({ cause }: Pick<Finding, 'cause'>, { replays, subject }: Night): readonly Replay[] => {
  const digest = causeDigest(subject.contract, cause);
  return replays.filter((one) => (one.cause === undefined ? isAbout(cause, one) : one.cause === digest));
};

/** What they came to: one that fails or is blocked keeps it. Which of those that are told in confidence is its own `found` knows. */
export const outcomeOf = (finding: Finding, night: Night): Replay['outcome'] | undefined => {
  const own = casesOf(finding, night).flatMap(({ cause, outcome }) =>
    cause === undefined && outcome === 'fixed' ? [] : [outcome],
  );
  return (['failed', 'blocked', 'fixed'] as const).find((outcome) => own.includes(outcome));
};

/** Whether one of them has no room in this run. */
export const isWaiting = (finding: Finding, night: Night): boolean =>
  casesOf(finding, night).some(
    ({ outcome, found }) => outcome === 'waiting' && (found === undefined || finding.found?.includes(found) === true),
  );

/** Whether a case whose cause is told in confidence is of what a finding is about. */
const isAbout = ({ requirement, constraint, kind }: Cause, { check }: Replay): boolean =>
  kind === '' && aspectOf(check) === [requirement, ...(constraint === undefined ? [] : [constraint])].join('/');

/** The requirement and constraint of a check, in whatever document type. */
export const aspectOf = (check: string): string => {
  const [requirement = '', , ...constraint] = check.split('/');
  return [requirement, ...constraint].join('/');
};
