import { type Violation, violable, violation } from '#generators/violation';
import type { Origin } from '#judgement/case';
import type { rejection } from '#judgement/requirements/rejection';
import fc from 'fast-check';
import { type Check, type Checks, type Lab, control, deliver, documentTypeOf } from './lab.ts';
import { violatedBy, violationsPerConstraint } from './spread.ts';

/** What a violation was made from, for the report on a failure. */
export const originOf = (one: Violation): Origin => ({
  constraint: one.constraint,
  operator: one.operator,
  edited: one.edited,
  parent: () => one.parent.message('0'.repeat(12)),
});

/** The constraints of a check, each violated; those that can't be for this document type are left out. */
const refuses: Check = async (lab, stage) => {
  const documentType = documentTypeOf(lab, stage);
  for (const constraint of violatedBy(lab, stage.check)) {
    await stage.forAll(
      violation(lab.generation, documentType, constraint),
      violationsPerConstraint(lab),
      async (actor, one) => {
        await control(lab, stage, actor);
        await deliver(lab, actor, { purpose: 'violation', delivery: one, origin: originOf(one) });
      },
    );
  }
};

/** Any constraint that refuses, violated. */
const refusesAny = (observe: boolean): Check => {
  return (lab, stage) =>
    stage.forAll(anyViolation(lab, documentTypeOf(lab, stage)), Math.ceil(lab.config.runs / 5), async (actor, one) => {
      await control(lab, stage, actor);
      await deliver(lab, actor, { purpose: 'violation', delivery: one, origin: originOf(one) });
      if (observe) await actor.observe();
    });
};

/** A violation of any constraint that makes a delivery of this document type invalid. */
export const anyViolation = (lab: Lab, documentType: string): fc.Arbitrary<Violation> => {
  const all = violable(lab.generation, documentType).filter(
    (one) => one.violable && !isWarning(lab, one.constraint.id),
  );
  return fc.oneof(...all.map(({ constraint }) => violation(lab.generation, documentType, constraint.id)));
};

const isWarning = (lab: Lab, constraint: string): boolean =>
  lab.contract.rules.some(({ id, severity }) => severity === 'warning' && constraint.endsWith(`#${id}`));

/** Checks of the deliveries that must be refused. */
export const rejectionChecks: Checks<typeof rejection> = {
  'rejection.refuses-schema-violation': refuses,
  'rejection.refuses-rule-violation': refuses,
  'rejection.keeps-nothing': refusesAny(true),
  'rejection.names-element': refusesAny(false),
};
