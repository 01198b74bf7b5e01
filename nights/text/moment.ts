import { dutchDay } from '#judgement/certificate/days';

/** The day of a moment in the Netherlands. */
export const dayOf = (moment: string): string => dutchDay(new Date(moment));

/** Its time there, to the minute. */
export const timeOf = (moment: string): string => time.format(new Date(moment));

const time = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' });
