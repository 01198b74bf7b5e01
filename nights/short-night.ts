import { requirementOf, topicOf } from '#judgement/requirements/registry';
import { type Mark, type Shortly, type Telling, marks } from './memory.ts';
import type { Night } from './night.ts';

/** A night as the page shows it, with what was told of it. */
export const shortNight = (night: Night, told: Telling): Shortly => {
  const checks: Readonly<Record<Mark, readonly string[]>> = {
    failed: [...new Set(night.failed.map(({ check }) => check))],
    undecided: night.undecided.flatMap((one) => one.checks),
    passed: night.passed,
  };
  const cells: Record<string, Record<string, Mark>> = {};
  // The worst comes first, and stays.
  for (const mark of marks)
    for (const check of checks[mark]) {
      const requirement = requirementOf(check);
      const row = (cells[check.split('/', 2)[1] ?? ''] ??= {});
      if (requirement !== undefined) row[topicOf(requirement)] ??= mark;
    }
  const { runId, at, outcome, times, undecided } = night;
  const blocked = undecided.flatMap(({ as, checks: own }) => (as === 'blocked' ? own : [])).length;
  return {
    ...{ runId, at, told, outcome, times, cells, blocked },
    counts: { failed: checks.failed.length, undecided: checks.undecided.length, passed: checks.passed.length },
  };
};
