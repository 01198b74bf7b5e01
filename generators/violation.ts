import type fc from 'fast-check';
import type { Constraint } from '#contract/contract';
import { deliveryOf, type Delivery } from './delivery.ts';
import { DeliveryError } from './delivery-error.ts';
import type { Broken } from './broken.ts';
import type { Generation } from './generation.ts';
import { lazily } from './lazily.ts';
import { ruleViolations } from './rule-violations.ts';
import { schemaViolations } from './schema-violations.ts';
import { targetOf, type Unviolable } from './violable.ts';

/** A delivery that breaks exactly one named constraint, made by one edit of a valid one. */
export interface Violation extends Delivery {
  readonly constraint: string;
  /** What was done to break it. */
  readonly operator: string;
  /** `warning`: the delivery is valid, and one thing is told of it. */
  readonly severity: 'error' | 'warning';
  readonly parent: Delivery;
  /** Path of the node that was edited, as in `Finding`. */
  readonly edited: string;
  /** Constraints that may be broken along with it. */
  readonly implied: readonly string[];
}

/** Violations of one constraint in deliveries of a document type; throws `DeliveryError` when there can be none. */
export const violation = (
  generation: Generation,
  documentType: string,
  constraintId: string,
): fc.Arbitrary<Violation> =>
  lazily(() => brokenDrafts(generation, documentType, constraintId)).map(
    ({ parent, draft, kind: _kind, aliases: _aliases, ...edit }) => ({
      ...deliveryOf(generation, draft),
      ...edit,
      parent: deliveryOf(generation, parent),
    }),
  );

const brokenDrafts = (generation: Generation, documentType: string, constraintId: string): fc.Arbitrary<Broken> => {
  const constraint = generation.contract.constraints.find(({ id }) => id === constraintId);
  if (constraint === undefined)
    throw new DeliveryError(`contract ${generation.contract.id} has no constraint '${constraintId}'`);
  const target = targetOf(generation, documentType, constraint);
  if (target.kind === 'none')
    throw new DeliveryError(`${constraintId} can't be broken in ${documentType}: ${target.reason.en}`);
  return target.kind === 'rule'
    ? ruleViolations(generation, documentType, target.rule)
    : schemaViolations(generation, documentType, target.target);
};

/** Whether a constraint can be broken in deliveries of a document type, with the reason when it can't. */
export type Violability =
  | { readonly constraint: Constraint; readonly violable: true }
  | ({ readonly constraint: Constraint; readonly violable: false } & Unviolable);

/** Every constraint of the contract, and whether deliveries of a document type can break it. */
export const violable = (generation: Generation, documentType: string): readonly Violability[] =>
  generation.contract.constraints.map((constraint) => {
    const target = targetOf(generation, documentType, constraint);
    return target.kind === 'none'
      ? { constraint, violable: false, verdict: target.verdict, reason: target.reason }
      : { constraint, violable: true };
  });
