import { UsageError } from '../usage-error.ts';

/** A moment, and the date it is in the Netherlands. */
export interface Moment {
  /** ISO 8601. */
  readonly clock: string;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** The moment a run takes for now: a date or date and time that was given, else the clock of this machine. */
export const momentOf = (said: string | undefined): Moment => {
  const moment = said === undefined ? new Date() : new Date(said);
  if (Number.isNaN(moment.getTime()) || !isMoment(said)) {
    throw new UsageError({
      nl: `--clock "${said ?? ''}" is geen moment in deze eeuw; geef er een als 2026-11-23 of 2026-11-23T09:00:00Z`,
      en: `--clock "${said ?? ''}" is not a moment of this century; give one such as 2026-11-23 or 2026-11-23T09:00:00Z`,
    });
  }
  return { clock: moment.toISOString(), today: dutchDate.format(moment) };
};

/** ISO 8601, with a day that exists: JavaScript takes 30 February for 2 March. Rules reckon with days of this century. */
const isMoment = (said: string | undefined): boolean => {
  const day = said === undefined ? '2000-01-01' : /^20\d{2}-\d{2}-\d{2}(?=T|$)/.exec(said)?.[0];
  return day !== undefined && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
};

/** Swedish writes dates as YYYY-MM-DD. */
const dutchDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** A run id nobody chose: the moment, to the second, in letters and digits. */
export const newRunId = (clock: string): string => `r${Math.floor(Date.parse(clock) / 1000).toString(36)}`;
