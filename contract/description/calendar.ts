import { type DecreeDays } from '../contract.ts';
import { ContractError } from '../folder/contract-error.ts';
import { isDay } from '../texts/is-day.ts';
import { type Description } from './description.ts';
import { toGrounding } from '../grounds/grounding.ts';

/** The days named by decree; throws `ContractError` for one that is no date, or stands in another year. */
export const readCalendar = ({ entries, placeOf }: Description): DecreeDays => {
  const { calendar } = entries;
  if (calendar === undefined) return {};
  toGrounding(calendar.ground, calendar.source, placeOf('calendar', 'ground'));
  const named = Object.entries(calendar.decree).flatMap(([year, days]) =>
    days.map((day, index) => ({ year, day, index })),
  );
  const wrong = named.find(({ day, year }) => !isDateIn(day, year));
  if (wrong !== undefined)
    throw new ContractError(
      placeOf('calendar', 'decree', wrong.year, wrong.index),
      `"${wrong.day}" is no date in ${wrong.year}; write it as YYYY-MM-DD`,
    );
  return Object.fromEntries(Object.entries(calendar.decree).map(([year, days]) => [Number(year), days]));
};

const isDateIn = (day: string, year: string): boolean => /^\d{4}$/.test(year) && day.startsWith(year) && isDay(day);
