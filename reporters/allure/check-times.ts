import type { CheckEnded } from '#evidence/event';
import { readJournal } from '#evidence/read-journal';

/** When the first exchange of each check began, by its key; milliseconds since the epoch. */
export const checkTimes = (folder: string): ReadonlyMap<CheckEnded['check'], number> => {
  const times = new Map<string, number>();
  for (const event of readJournal(folder)) {
    if (event.type !== 'exchange' || event.startedAt === 0) continue;
    times.set(event.check, Math.min(event.startedAt, times.get(event.check) ?? Infinity));
  }
  return times;
};
