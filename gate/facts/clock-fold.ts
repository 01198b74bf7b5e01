import type { Event, RunStarted } from '#evidence/event';
import type { Damaged } from '#evidence/journal-feed';

/** Milliseconds by which moments of one machine may differ. */
const slack = 5 * 60_000;

/** Follows the moments that evidence tells of. */
export const clockFold = () => {
  let [begun, ended, first, last] = [Infinity, Infinity, Infinity, -Infinity];
  let isReal = true;
  let isImported = false;
  const run = ({ at, clock }: RunStarted): void => {
    isReal &&= Math.abs(Date.parse(at) - Date.parse(clock)) <= slack;
  };
  return {
    add: (event: Event | Damaged): void => {
      if (event.type === 'run-started') run(event);
      if (event.type === 'recording-started') isImported = event.recordedBy === 'system';
      if (event.type === 'run-started' || event.type === 'recording-started')
        begun = Math.min(begun, momentOf(event.at));
      if (event.type === 'run-ended') ended = momentOf(event.at);
      if (event.type !== 'exchange') return;
      first = Math.min(first, event.startedAt);
      last = Math.max(last, event.startedAt);
    },
    /** The clock is the real one where all that happened lies between start and end; imported traffic is older than its import. */
    result: () => ({
      first: Number.isFinite(first) ? first : undefined,
      last: Number.isFinite(last) ? last : undefined,
      isRealClock: isReal && begun <= ended + slack && last <= ended + slack && (isImported || first >= begun - slack),
    }),
  };
};

/** A moment that is none lies after everything. */
const momentOf = (text: string): number => {
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? Infinity : moment;
};
