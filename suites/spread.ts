import type { PlannedCheck } from '#harness/plan';
import type { Exclusion } from '#harness/run-check';
import type { RunConfig } from '#harness/run-config';
import { seedOf } from '#harness/seed';
import { requirements } from '#judgement/requirements/registry';
import type { Lab } from './lab.ts';

/** Valid deliveries that buy one violation of each constraint in every document type. */
const forOneEach = 25;

/** How often each constraint is violated in a document type. */
export const violationsPerConstraint = ({ runs }: Pick<RunConfig, 'runs'>): number =>
  Math.max(1, Math.floor(runs / forOneEach));

/** The constraints of a check that are violated in deliveries of its document type. */
export const violatedBy = (lab: Lab, check: PlannedCheck): readonly string[] => {
  const reasons = lab.unviolable(check.documentType ?? '');
  const violable = check.constraints.filter((constraint) => !reasons.has(constraint));
  return isSpread(lab, check)
    ? violable.filter((constraint) => turnOf(lab, check, constraint) === check.documentType)
    : violable;
};

/** In a smoke run the constraints of the schemas, which are most of all, have their turn in one document type each. */
const isSpread = ({ config }: Lab, { requirement }: PlannedCheck): boolean =>
  config.runs < forOneEach && requirements.get(requirement)?.scope === 'schema-constraint';

/** The document type in which a constraint has its turn; the seed decides, so that nightly runs get round. */
const turnOf = (lab: Lab, check: PlannedCheck, constraint: string): string | undefined => {
  const able = chosenTypes(lab).filter((type) => !lab.unviolable(type).has(constraint));
  return able[seedOf(lab.config.seed, check.constraint ?? '') % able.length];
};

const chosenTypes = ({ config, contract }: Lab): readonly string[] =>
  config.documentTypes.length > 0 ? config.documentTypes : contract.documentTypes.map(({ name }) => name);

/** Why a check has nothing to violate in this run although its document type could. */
export const elsewhere = (lab: Lab, check: PlannedCheck): Exclusion | undefined => {
  if (violatedBy(lab, check).length > 0) return undefined;
  const least = String(forOneEach);
  return {
    verdict: 'untested',
    reason: {
      nl: `een korte run schendt elke bepaling van een schema in één documenttype, hier een ander; --runs ${least} schendt haar in alle`,
      en: `a smoke run violates each constraint of a schema in one document type, here another; --runs ${least} violates it in all`,
    },
  };
};
