import type { Difference } from './change.ts';
import type { Subject } from './night.ts';

/** In what two nights were about something else; none where they can be compared. */
export const differencesOf = (before: Subject, now: Subject): readonly Difference[] =>
  (Object.keys(before) as (keyof Subject)[]).flatMap((key) => {
    const [one, other] = [shown(before[key]), shown(now[key])];
    return one === other ? [] : [{ key, before: one, now: other }];
  });

const shown = (value: Subject[keyof Subject]): string => (typeof value === 'object' ? value.join(',') : String(value));
