import type { CheckEnded, Event, ExchangeRecorded, RunEnded, RunStarted } from '#harness/event';
import { type Verdict, verdicts } from '#judgement/verdict';

/** A run, folded from its journal. */
export interface RunResult {
  readonly started: RunStarted;
  readonly ended: RunEnded | undefined;
  /** In the order in which they ended. */
  readonly checks: readonly CheckEnded[];
  /** Those that cases share are here once for each. */
  readonly exchanges: readonly ExchangeRecorded[];
}

/** How many requests a run made. */
export const requestsOf = ({ exchanges }: RunResult): number =>
  exchanges.filter(({ shared }) => shared === undefined).length;

/** Folds the events of one run; throws when they hold no start. */
export const foldRun = (events: readonly Event[]): RunResult => {
  const started = events.find((event) => event.type === 'run-started');
  if (started === undefined) throw new Error('the journal holds no start of a run');
  return {
    started,
    ended: events.findLast((event) => event.type === 'run-ended'),
    checks: events.filter((event) => event.type === 'check-ended'),
    exchanges: events.filter((event) => event.type === 'exchange'),
  };
};

/** How many checks ended with each verdict. */
export const countVerdicts = (checks: readonly CheckEnded[]): Readonly<Record<Verdict, number>> => {
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of checks) counts[verdict] += 1;
  return counts;
};
