import type { Event } from './event.ts';
import type { Damaged } from './journal-feed.ts';

/**
 * Gathers the numbers of the lines of a journal that no writer left as they are. A writer that was killed, or had no room left,
 * tears the very last line, or one in which the next event of another writer follows.
 */
export const changedFold = () => {
  const changed: number[] = [];
  let torn: number | undefined;
  return {
    add: (event: Event | Damaged): void => {
      if (torn !== undefined) changed.push(torn);
      torn = undefined;
      if (event.type !== 'damaged' || (event.isFollowed && event.isUnlinked === undefined)) return;
      if (event.isWhole) changed.push(event.line);
      else torn = event.line;
    },
    result: (): readonly number[] => changed,
  };
};
