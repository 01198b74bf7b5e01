import { type Day, parseDay, weekday } from '#judgement/calendar';
import { builtinOf } from '#xml/schema/lexical';
import { pathOf } from '#contract/roles/bindings';
import type { Draft } from '../draft/draft.ts';
import type { Generation } from '../generation.ts';
import { stockOf } from '../parents.ts';
import { type Misfits, replaced } from './replaced.ts';
import { textSitesIn } from './text-sites.ts';

/** Valid drafts of a document type, each with one day on which calendars go wrong wherever that may stand; the turn says with which day it begins. */
export function* specialDays(generation: Generation, documentType: string, turn: number): Generator<Draft> {
  const misfits: Misfits = new Set();
  const stock = stockOf(generation, documentType);
  const { today } = generation.context;
  const days = daysAround(today);
  const from = turn % days.length;
  for (const day of [...days.slice(from), ...days.slice(0, from)]) {
    for (const draft of day > today ? publishedFirst(generation, stock) : stock) {
      const { draft: dated, texts } = replaced(generation, draft, { wanted: withDay(generation, draft, day), misfits });
      if (texts.length === 0) continue;
      yield dated;
      break;
    }
  }
}

/** Those that are to be published on a day first: whoever takes tomorrow for today, or waits for no day that is far ahead, shows it there. */
const publishedFirst = ({ contract, workshop: { roles } }: Generation, drafts: readonly Draft[]): readonly Draft[] => {
  const role = pathOf(contract, 'publicationDate');
  const isDated = (draft: Draft): boolean => role !== undefined && roles.count(draft, role) > 0;
  return [...drafts.filter(isDated), ...drafts.filter((draft) => !isDated(draft))];
};

const withDay = (generation: Generation, draft: Draft, text: string) =>
  textSitesIn(generation, draft)
    .filter(({ type }) => builtinOf(type) === 'date')
    .map((site) => ({ sites: [site], text }));

/**
 * Leap days, the last and first days of a year, and days on which clocks change: the last of each before today, and the first after
 * it; the days around the seconds that 32 bits hold, which count from 1970; and tomorrow.
 *
 * @internal
 */
export const daysAround = (today: string): readonly string[] => {
  const { year = 2026 } = parseDay(today) ?? {};
  const years = Array.from({ length: 17 }, (_, index) => year - 8 + index);
  const each = (make: (year: number) => Day): readonly string[] =>
    nearest(
      years.flatMap((one) => written(make(one))),
      today,
    );
  return [
    ...each((one) => ({ year: one, month: 2, day: 29 })),
    ...each((one) => ({ year: one, month: 12, day: 31 })),
    ...each((one) => ({ year: one, month: 1, day: 1 })),
    ...each((one) => lastSunday(one, 3)),
    ...each((one) => lastSunday(one, 10)),
    ...['1969-12-31', '2038-01-20'],
    ...next(today),
  ];
};

/** What is a moment of today in a time zone to the west. */
const next = (today: string): readonly string[] => {
  const day = parseDay(today);
  return day === undefined ? [] : [new Date(Date.UTC(day.year, day.month - 1, day.day + 1)).toISOString().slice(0, 10)];
};

/** A day that the calendar does not have is none. */
const written = ({ year, month, day }: Day): readonly string[] => {
  const text = [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  return parseDay(text) === undefined ? [] : [text];
};

/** The last before today, and the first of those after it. */
const nearest = (days: readonly string[], today: string): readonly string[] => {
  const [before, after] = [days.findLast((day) => day < today), days.find((day) => day > today)];
  return [before, after].flatMap((day) => day ?? []);
};

const lastSunday = (year: number, month: 3 | 10): Day => {
  const last: Day = { year, month, day: 31 };
  return { year, month, day: 31 - (weekday(last) % 7) };
};
