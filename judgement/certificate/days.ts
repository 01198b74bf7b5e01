const dutchDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** The day of a moment in the Netherlands, YYYY-MM-DD. */
export const dutchDay = (moment: Date): string => dutchDate.format(moment);

/** The month of a moment in the Netherlands, YYYY-MM. */
export const dutchMonth = (moment: Date): string => dutchDay(moment).slice(0, 7);

const dayMs = 86_400_000;

/** Whole days from one moment to a later one; negative when it is earlier. */
export const daysBetween = (from: Date, to: Date): number => Math.floor((to.getTime() - from.getTime()) / dayMs);

/** The same day and time so many years later; 29 February becomes 1 March. */
export const yearsLater = (moment: Date, years: number): Date => {
  const later = new Date(moment);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
};
