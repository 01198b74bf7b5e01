import { goalKey, type Goal, type Hit } from '#documents/coverage/goal';
import { foldCoverage, type Coverage } from '#documents/coverage/fold';

/** A constraint that nothing was made to break, and why. */
export interface Unbroken {
  readonly constraint: string;
  readonly reason: string;
}

/** What generating reached of a schema or contract. */
export interface GeneratedCoverage extends Coverage {
  readonly seed: number;
  readonly documents: number;
  readonly violations: number;
  readonly untested: readonly Unbroken[];
}

/** Counts what is made, one at a time. */
export interface Collector {
  readonly addGoals: (goals: readonly Goal[]) => void;
  readonly valid: (hits: readonly Hit[]) => void;
  readonly broken: (constraint: string) => void;
  readonly untested: (one: Unbroken) => void;
  readonly result: (seed: number) => GeneratedCoverage;
  readonly line: () => string;
}

/** Begins to count. */
export const createCollector = (): Collector => {
  const goals = new Map<string, Goal>();
  const counts = new Map<Hit, number>();
  const untested = new Map<string, Unbroken>();
  let [documents, violations] = [0, 0];
  const count = (hit: Hit): void => void counts.set(hit, (counts.get(hit) ?? 0) + 1);
  return {
    addGoals: (more) => {
      for (const goal of more) goals.set(goalKey(goal), goal);
    },
    valid: (hits) => {
      documents += 1;
      for (const hit of hits) count(hit);
    },
    broken: (id) => {
      violations += 1;
      count(goalKey({ kind: 'broken', id }));
    },
    untested: (one) => {
      untested.set(one.constraint, one);
    },
    result: (seed) => ({
      seed,
      documents,
      violations,
      ...foldCoverage([...goals.values()], counts),
      untested: [...untested.values()].filter(
        ({ constraint }) => !counts.has(goalKey({ kind: 'broken', id: constraint })),
      ),
    }),
    line: () => `${String(documents)} valid documents, ${String(violations)} violations`,
  };
};
