const moment = /^[ \t\r\n]*(-?\d{4,}-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:\d\d)?[ \t\r\n]*$/;

const amsterdam = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day of an xs:dateTime in the Netherlands, as YYYY-MM-DD; the day it says where it has no zone. Undefined for another text. */
export const dayOfMoment = (text: string): string | undefined => {
  const [, day, time = '', zone] = moment.exec(text) ?? [];
  if (day === undefined || zone === undefined) return day;
  const at = Date.parse(`${day}T${time.slice(0, 8)}${zone}`);
  return Number.isNaN(at) ? day : amsterdam.format(at);
};
