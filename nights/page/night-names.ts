import type { Shortly } from '../memory.ts';
import { dayOf, timeOf } from '../text/moment.ts';

/** Names nights by the day on which they began in the Netherlands, and by the time too where two began on one day. */
export const namesOf = (history: readonly Shortly[]): ((night: Shortly) => string) => {
  const days = Map.groupBy(history, (night) => dayOf(beginOf(night)));
  return (night) => {
    const begin = beginOf(night);
    const day = dayOf(begin);
    return (days.get(day)?.length ?? 0) < 2 ? day : `${day} ${timeOf(begin)}`;
  };
};

const beginOf = ({ began, at }: Shortly): string => began ?? at;
