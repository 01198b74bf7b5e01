import type { Planned } from '#evidence/event';
import type { Change } from './change.ts';
import { type Finding, isKnown, pairOf } from './memory.ts';
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

/** Whether a finding is of what is out of scope in each place that showed it. */
export const isOutside = ({ places }: Pick<Finding, 'places'>, out: readonly string[]): boolean =>
  places.every(({ check }) => out.includes(pairOf(check)));

interface Before {
  readonly out: readonly string[];
  readonly passed: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

/** Tells what passed before and is not tested any more, which known findings are not, and what is tested again. */
export const compareScope = ({ out: before, passed, findings }: Before, night: Night): readonly Change[] => {
  const passedPairs = new Set([...passed].map(pairOf));
  const narrower = night.out.flatMap((one): readonly Change[] => {
    const pairs = one.pairs.filter((pair) => passedPairs.has(pair) && !before.includes(pair));
    return pairs.length === 0 ? [] : [{ ...one, kind: 'narrower', pairs }];
  });
  const tested = testedIn(night);
  const wider = before.filter((pair) => tested.has(pair));
  return [
    ...narrower,
    ...hiddenBy(night, before, findings),
    ...(wider.length === 0 ? [] : [{ kind: 'wider' as const, pairs: wider }]),
  ];
};

/** The known findings that a night has out of scope and the one before had not, by the first reason. */
const hiddenBy = (night: Night, before: readonly string[], findings: readonly Finding[]): readonly Change[] => {
  const now = outAfter(before, night);
  const hidden = findings.filter((one) => isKnown(one) && isOutside(one, now) && !isOutside(one, before));
  const reasonFor = ({ places }: Finding): OutOfScope | undefined =>
    night.out.find(({ pairs }) =>
      places.some(({ check }) => pairs.includes(pairOf(check)) && !before.includes(pairOf(check))),
    );
  return [...Map.groupBy(hidden, reasonFor)].flatMap(([out, own]): readonly Change[] =>
    out === undefined ? [] : [{ kind: 'hidden', findings: own, reason: out.reason, remedy: out.remedy }],
  );
};
