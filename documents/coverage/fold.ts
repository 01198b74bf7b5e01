import { goalKey, goalKinds, type Goal, type GoalKind, type Hit } from './goal.ts';

/** A goal with how often it was reached. */
export interface Reached extends Goal {
  readonly hits: number;
}

/** The goals of a plan, with what was reached of them. */
export interface Coverage {
  readonly goals: readonly Reached[];
  /** Of each kind of goal how many were reached, and how many there are. */
  readonly kinds: Readonly<Record<GoalKind, { readonly reached: number; readonly all: number }>>;
}

/** Counts hits by their keys. */
export const countHits = (hits: Iterable<Hit>): ReadonlyMap<Hit, number> => {
  const counts = new Map<Hit, number>();
  for (const hit of hits) counts.set(hit, (counts.get(hit) ?? 0) + 1);
  return counts;
};

/** Holds goals against how often each was hit. */
export const foldCoverage = (goals: readonly Goal[], counts: ReadonlyMap<Hit, number>): Coverage => {
  const reached = goals.map((goal): Reached => ({ ...goal, hits: counts.get(goalKey(goal)) ?? 0 }));
  const kinds = goalKinds.map((kind) => {
    const own = reached.filter((one) => one.kind === kind);
    return [kind, { reached: own.filter(({ hits: times }) => times > 0).length, all: own.length }] as const;
  });
  return { goals: reached, kinds: Object.fromEntries(kinds) as Coverage['kinds'] };
};
