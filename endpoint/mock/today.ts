const amsterdam = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in Amsterdam at a moment in milliseconds since the epoch, as YYYY-MM-DD. */
export const dayInAmsterdam = (moment: number): string => {
  const parts = new Map(amsterdam.formatToParts(moment).map(({ type, value }) => [type, value]));
  return ['year', 'month', 'day'].map((part) => parts.get(part as 'year') ?? '').join('-');
};
