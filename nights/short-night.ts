import { requirementOf, topicOf } from '#judgement/requirements/registry';
import type { Bilingual } from '#contract/texts/bilingual';
import type { Outcome } from '#reporters/outcome';
import { isVerdict } from './change.ts';
import { type KeysBy, type Mark, type Shortly, type Telling, marks } from './memory.ts';
import type { Night } from './night.ts';

/** A run of a night, with what was told of it and the runs of that night before it. */
interface Run {
  readonly night: Night;
  readonly told: Telling;
  readonly why: readonly Bilingual[];
  /** When the night began. */
  readonly began: string;
  readonly earlier: Shortly | undefined;
}

/** A night as the page shows it: of several runs one suffices to show a failure, and one to decide. */
export const shortNight = ({ night, told, why, began, earlier }: Run): Shortly => {
  const keys = merged(keysOf(night), earlier?.keys);
  const { runId, at, outcome, times } = night;
  const counts = {
    failed: keys.failed.length,
    undecided: keys.blocked.length + keys.undecided.length,
    passed: keys.passed.length,
  };
  return {
    ...{ runId, at, began, keys, counts, cells: cellsOf(keys), blocked: keys.blocked.length },
    told: earlier === undefined ? told : worst(told, earlier.told),
    why: [...(earlier?.why ?? []), ...why].slice(0, mostReasons),
    outcome: earlier === undefined ? outcome : outcomeOf(outcome, earlier.outcome),
    times: [...times, ...(earlier?.times ?? []).filter((one) => !times.some((now) => isAlike(one, now)))],
  };
};

/** Reasons that are kept of a night. */
const mostReasons = 3;

const keysOf = ({ failed, undecided, passed }: Night): KeysBy => {
  const open = (isBlocked: boolean): readonly string[] =>
    undecided.flatMap(({ as, checks }) => ((as === 'blocked') === isBlocked ? checks : []));
  return {
    failed: [...new Set(failed.map(({ check }) => check))],
    ...{ passed, blocked: open(true), undecided: open(false) },
  };
};

const merged = (now: KeysBy, earlier: KeysBy | undefined): KeysBy => {
  if (earlier === undefined) return now;
  const taken = new Set<string>();
  const of = (part: keyof KeysBy): readonly string[] => {
    const keys = [...new Set([...earlier[part], ...now[part]])].filter((key) => !taken.has(key));
    for (const key of keys) taken.add(key);
    return keys;
  };
  // The first that has a check keeps it.
  return { failed: of('failed'), passed: of('passed'), blocked: of('blocked'), undecided: of('undecided') };
};

const cellsOf = ({ failed, passed, blocked, undecided }: KeysBy): Shortly['cells'] => {
  const checks = { failed, undecided: [...blocked, ...undecided], passed };
  const cells: Record<string, Record<string, Mark>> = {};
  // The worst comes first, and stays.
  for (const mark of marks)
    for (const check of checks[mark]) {
      const requirement = requirementOf(check);
      const row = (cells[check.split('/', 2)[1] ?? ''] ??= {});
      if (requirement !== undefined) row[topicOf(requirement)] ??= mark;
    }
  return cells;
};

const worst = (...tellings: readonly Telling[]): Telling =>
  (['worse', 'first', 'changed'] as const).find((one) => tellings.includes(one)) ?? 'unchanged';

const outcomeOf = (now: Outcome, earlier: Outcome): Outcome =>
  now !== 'failed' && (earlier === 'failed' || (isVerdict(earlier) && !isVerdict(now))) ? earlier : now;

const isAlike = (one: Night['times'][number], other: Night['times'][number]): boolean =>
  one.documentType === other.documentType;
