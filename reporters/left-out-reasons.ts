import type { Bilingual } from '#contract/texts/bilingual';
import type { RunResult } from './run-result.ts';

/** Why checks are out of the scope of a run; what came to light on the way has no remedy. */
export interface LeftOutReason {
  readonly checks: number;
  readonly reason: Bilingual;
  readonly remedy?: Bilingual;
}

/** What was left out beforehand, and then what proved impossible on the way. */
export const leftOutReasons = ({
  planned,
  checks,
}: Pick<RunResult, 'planned' | 'checks'>): readonly LeftOutReason[] => {
  const beforehand = planned?.leftOut ?? [];
  const known = new Set(beforehand.map(({ reason }) => reason.en));
  const onTheWay = checks.flatMap(({ verdict, reason }) =>
    verdict === 'left-out' && reason !== undefined && !known.has(reason.en) ? [reason] : [],
  );
  const groups = [...Map.groupBy(onTheWay, ({ en }) => en).values()];
  return [
    ...beforehand,
    ...groups.flatMap(([reason, ...others]) => (reason === undefined ? [] : [{ checks: others.length + 1, reason }])),
  ];
};
