import type { XmlMessage } from './xml-error.ts';

const year = String.raw`-?(?!0000)(?:[1-9]\d{4,}|\d{4})`;
const month = '(?:0[1-9]|1[0-2])';
const date = String.raw`(?:0[1-9]|[12]\d|3[01])`;
const day = `${year}-${month}-${date}`;
const time = String.raw`(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)`;
const zone = String.raw`(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?`;

/** XML Schema part 2, 3.2.6 to 3.2.14. */
const forms: Readonly<Record<string, RegExp>> = {
  date: new RegExp(`^${day}${zone}$`),
  dateTime: new RegExp(`^${day}T${time}${zone}$`),
  time: new RegExp(`^${time}${zone}$`),
  duration: /^-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/,
  gYear: new RegExp(`^${year}${zone}$`),
  gYearMonth: new RegExp(`^${year}-${month}${zone}$`),
  gMonth: new RegExp(`^--${month}${zone}$`),
  gMonthDay: new RegExp(`^--(?!02-3)(?!(?:0[469]|11)-31)${month}-${date}${zone}$`),
  gDay: new RegExp(`^---${date}${zone}$`),
};

/** A date or time that is one but for the white space around it: XSD takes that away first (part 2, 4.3.6), libxml2 does not where the built-in type is named directly. */
export const isPaddedDate = ({ message }: Pick<XmlMessage, 'message'>): boolean => {
  const [, text = '', type = ''] =
    /: '([^]*)' is not a valid value of the atomic type 'xs:(\w+)'\.$/.exec(message) ?? [];
  const value = text.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
  return value !== text && forms[type]?.test(value) === true && isOnCalendar(value);
};

/** What is no whole date stands on every calendar. */
const isOnCalendar = (value: string): boolean => {
  const [, ofYear, ofMonth, ofDay] = /^-?(\d{4,})-(\d\d)-(\d\d)/.exec(value) ?? [];
  if (ofYear === undefined) return true;
  return Number(ofDay) <= new Date(Date.UTC(2000 + (Number(ofYear) % 400), Number(ofMonth), 0)).getUTCDate();
};
