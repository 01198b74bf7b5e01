import { nearMissesOf } from '#documents/violation/near/near-misses';
import { seedOf } from '#harness/seed';
import type { ConstraintKind } from '#xml/schema/constraints';
import type { Lab } from './lab.ts';
import { isSmoke, typesFor, violationsPerConstraint } from './spread.ts';

type Spread = Parameters<typeof typesFor>[0];

/** In which ways a constraint is broken in deliveries of one document type. */
export interface Turn {
  /** As many of these as are asked for, the first that can be. */
  readonly first: readonly string[];
  readonly count: number;
  /** And these, which have their turn in this document type. */
  readonly besides: readonly string[];
}

/**
 * The nearest ways in each document type, and every other way in one of them; in a smoke run one way. The seed decides whose turn
 * it is, so that nightly runs get round.
 */
export const turnOf = (
  lab: Spread,
  {
    constraint,
    documentType,
    ways,
  }: { readonly constraint: string; readonly documentType: string; readonly ways: readonly string[] },
): Turn => {
  const shift = seedOf(lab.config.seed, `ways ${constraint}`);
  if (isSmoke(lab.config)) return { first: rotated(ways, shift % ways.length), count: 1, besides: [] };
  const count = violationsPerConstraint(lab.config);
  const types = typesFor(lab, constraint);
  const isHere = (index: number): boolean => types[(shift + index) % types.length] === documentType;
  return { first: ways, count, besides: ways.slice(count).filter((_, index) => isHere(index)) };
};

const rotated = <Item>(items: readonly Item[], by: number): readonly Item[] => [
  ...items.slice(by),
  ...items.slice(0, by),
];

/** How often a constraint is broken in one document type at most. */
export const mostViolations = (lab: Pick<Lab, 'contract' | 'config' | 'unviolable'>, constraint: string): number => {
  const count = violationsPerConstraint(lab.config);
  if (isSmoke(lab.config)) return count;
  return count + Math.ceil(Math.max(0, mostWays(constraint) - count) / Math.max(1, typesFor(lab, constraint).length));
};

/** What `rules.mjs` may have of near misses is not known before it is run. */
const mostWaysOfRule = 10;

const mostWays = (constraint: string): number => {
  const kind = /\/(\w+)$/.exec(constraint)?.[1];
  return kind === undefined ? mostWaysOfRule : Object.keys(nearMissesOf(kind as ConstraintKind)).length + 1;
};
