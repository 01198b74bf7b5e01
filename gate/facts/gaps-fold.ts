import type { Event } from '#evidence/event';
import { ofForwarding } from '#evidence/forwarded';
import type { Damaged } from '#evidence/journal-feed';

/** Finds numbers that are missing or there twice: cases of a check are 1 to n, exchanges of a writer too. */
export const gapsFold = () => {
  const cases = new Map<string, Set<number>>();
  const writers = new Map<string, Set<number>>();
  const twice = new Set<string>();
  let start = 0;
  const note = (table: Map<string, Set<number>>, name: string, number: number): boolean => {
    const known = table.get(name) ?? new Set();
    table.set(name, known);
    const isNew = !known.has(number);
    known.add(number);
    return isNew;
  };
  const exchange = (id: string): void => {
    const [, writer = '', number = ''] = /^(\d+)-(\d+)$/.exec(id) ?? [];
    if (!note(writers, writer, Number(number)) || writer === '') twice.add(id);
  };
  return {
    add: (event: Event | Damaged): void => {
      // What is handed on is numbered anew each time that a recording goes on.
      if (event.type === 'recording-started') start += 1;
      if (event.type === 'exchange') {
        exchange(event.id);
        const isNew = note(
          cases,
          event.check === ofForwarding ? `${event.check} ${String(start)}` : event.check,
          event.case,
        );
        if (event.inbound !== undefined && !isNew) twice.add(`${event.check} ${String(event.case)}`);
      }
      // A run can have been cut off in a case that holds no more than what it shares with others.
      if (event.type === 'judged' || event.type === 'shared' || event.type === 'kept')
        note(cases, event.check, event.case);
    },
    /** Each check and writer with a gap, and each exchange that is there twice. */
    result: (): readonly string[] => [...[...cases, ...writers].filter(hasGap).map(([name]) => name), ...twice],
  };
};

/** Compared one by one: a call can't take the numbers of a hundred thousand messages. */
const hasGap = ([, numbers]: readonly [string, ReadonlySet<number>]): boolean =>
  [...numbers].some((number) => number < 1 || number > numbers.size);
