import type fc from 'fast-check';
import type { Constraint } from '#contract/contract';
import { anyWay } from '#documents/violation/violator';
import { deliveryOf, type Delivery } from './delivery.ts';
import { DeliveryError } from './delivery-error.ts';
import type { Broken } from './broken.ts';
import type { Generation } from './generation.ts';
import { lazily } from './lazily.ts';
import { ruleViolations, waysToBreak } from './rule-violations.ts';
import { schemaViolations } from './schema-violations.ts';
import { type Target, targetOf, type Unviolable } from './violable.ts';

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

/** A constraint, and one of the ways to break it. */
export interface Breach {
  readonly constraint: string;
  /** One of `waysOf`. */
  readonly way: string;
}

/** Violations of one constraint in deliveries of a document type, in any way but the near ones unless said; throws `DeliveryError` when there can be none. */
export const violation = (
  generation: Generation,
  documentType: string,
  given: string | Breach,
): fc.Arbitrary<Violation> =>
  lazily(() =>
    brokenDrafts(generation, documentType, typeof given === 'string' ? { constraint: given, way: anyWay } : given),
  ).map(({ parent, draft, kind: _kind, aliases: _aliases, ...edit }) => ({
    ...deliveryOf(generation, draft),
    ...edit,
    parent: deliveryOf(generation, parent),
  }));

/** Names of the ways to break a constraint in deliveries of a document type: near misses, the nearest first, and then any other. */
export const waysOf = (generation: Generation, documentType: string, constraint: string): readonly string[] => {
  const target = breakable(generation, documentType, constraint);
  return target.kind === 'rule' ? waysToBreak(generation, target.rule) : target.target.violator.ways();
};

const brokenDrafts = (
  generation: Generation,
  documentType: string,
  { constraint, way }: Breach,
): fc.Arbitrary<Broken> => {
  const target = breakable(generation, documentType, constraint);
  return target.kind === 'rule'
    ? ruleViolations(generation, documentType, { ...target, way })
    : schemaViolations(generation, documentType, { ...target.target, way });
};

const breakable = (
  generation: Generation,
  documentType: string,
  constraintId: string,
): Exclude<Target, { readonly kind: 'none' }> => {
  const constraint = generation.contract.constraints.find(({ id }) => id === constraintId);
  if (constraint === undefined)
    throw new DeliveryError(`contract ${generation.contract.id} has no constraint '${constraintId}'`);
  const target = targetOf(generation, documentType, constraint);
  if (target.kind !== 'none') return target;
  throw new DeliveryError(`${constraintId} can't be broken in ${documentType}: ${target.reason.en}`);
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
