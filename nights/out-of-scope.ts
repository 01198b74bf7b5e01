import type { Planned } from '#evidence/event';
import type { Change } from './change.ts';
import { pairOf } from './memory.ts';
import type { Night, OutOfScope } from './night.ts';

/** What profile, contract or flags took out of the scope of a run as a whole: not what has its turn in another, nor what a permission lacks. */
export const outOfScope = ({ leftOut, checks = [] }: Planned): readonly OutOfScope[] => {
  const isOut = (index: number | undefined): boolean => index !== undefined && leftOut[index]?.by === undefined;
  const others = new Set(checks.filter((one) => !isOut(one.leftOut)).map(({ check }) => pairOf(check)));
  return leftOut.flatMap(({ reason, remedy, by }, index) => {
    if (by !== undefined) return [];
    const own = checks.filter((one) => one.leftOut === index).map(({ check }) => pairOf(check));
    const pairs = [...new Set(own)].filter((pair) => !others.has(pair)).sort();
    return pairs.length === 0 ? [] : [{ reason, remedy, pairs }];
  });
};

/** What is known to be out of scope after a night: what it took away, and what was away and was not tested in it. */
export const outAfter = (before: readonly string[], night: Night): readonly string[] => {
  const tested = testedIn(night);
  return [
    ...new Set([...before.filter((pair) => !tested.has(pair)), ...night.out.flatMap(({ pairs }) => pairs)]),
  ].sort();
};

const testedIn = ({ passed, failed }: Night): ReadonlySet<string> =>
  new Set([...passed, ...failed.map(({ check }) => check)].map(pairOf));

/** Tells what passed before and is not tested any more, and what is tested again. */
export const compareScope = (
  { out: before, passed }: { readonly out: readonly string[]; readonly passed: ReadonlySet<string> },
  night: Night,
): readonly Change[] => {
  const passedPairs = new Set([...passed].map(pairOf));
  const narrower = night.out.flatMap((one): readonly Change[] => {
    const pairs = one.pairs.filter((pair) => passedPairs.has(pair) && !before.includes(pair));
    return pairs.length === 0 ? [] : [{ ...one, kind: 'narrower', pairs }];
  });
  const tested = testedIn(night);
  const wider = before.filter((pair) => tested.has(pair));
  return [...narrower, ...(wider.length === 0 ? [] : [{ kind: 'wider' as const, pairs: wider }])];
};
