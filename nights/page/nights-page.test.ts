import { expect, test } from 'vitest';
import { aFailure, aNight, blockedNight } from '../../test/samples/night.ts';
import { later } from '../../test/samples/told-nights.ts';
import { type Comparison, compareNight } from '../compare-night.ts';
import type { Night } from '../night.ts';
import { comparisonJson } from '../text/comparison-json.ts';
import { headline } from '../text/headline.ts';
import { nightsPage } from './nights-page.ts';

test('what is told stands on the page with its alarms first', () => {
  const cause = { requirement: 'connection.serves-wsdl', kind: 'fault 500' };
  const other = aFailure({ check: 'connection.serves-wsdl', cause, documentType: undefined });
  const known = compareNight(undefined, aNight(0, { failed: [aFailure()] })).memory;
  const page = nightsPage(compareNight(known, aNight(1, { failed: [other] })), 'en');

  expect(Array.from(page.matchAll(/<li>(.)/g), ([, mark]) => mark)).toEqual(['✗', '·']);
});

const lastOf = (nights: readonly Night[]): Comparison => {
  let last = compareNight(undefined, nights[0] ?? aNight(0));
  for (const night of nights.slice(1)) last = compareNight(last.memory, night);
  return last;
};

/** The rows of the table of nights, as texts. */
const rowsIn = (page: string): readonly string[] => {
  const table = /<table[^>]*id="nights".*?<tbody>(.*?)<\/tbody>/s.exec(page)?.[1] ?? '';
  return Array.from(table.matchAll(/<tr>(.*?)<\/tr>/gs), ([, row = '']) =>
    row
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
};

test('the runs of one night are one row, in which one suffices to show a failure and one to decide', () => {
  const failed = aNight(1, { outcome: 'failed', failed: [aFailure()] });
  const nights = [aNight(0), blockedNight(1), later(2, failed), later(4, aNight(1))];
  const last = lastOf(nights);

  expect(rowsIn(nightsPage(last, 'en'))).toEqual([
    '2027-01-02 changed for the worse new: delivery. accepts- valid, Melding, answer fault 500 failed 1 0 2',
    '2027-01-01 first night passed 0 0 3',
  ]);
  expect(headline(last).en).toContain('2 checks in order');
  expect(comparisonJson(last)).toMatchObject({ outcome: 'failed', run: 'r1-4' });
  expect(last.memory.history.map(({ keys }) => keys === undefined)).toEqual([true, false]);
});

test('on a narrow screen the last night is seen first, and nothing of seeds', () => {
  const says = { nl: 'de postcode hoort bij de gemeente', en: 'the postal code is one of the municipality' };
  const failing = [1, 2, 3].map((day) => aNight(day, { failed: [aFailure({ says })] }));
  const page = nightsPage(lastOf([aNight(0), ...failing]), 'nl');

  expect(page).toMatch(/class="[^"]*end-first"[^>]*><svg/);
  expect(
    Array.from(/id="cells".*?<\/thead>/s.exec(page)?.[0].matchAll(/<th [^>]*>([^<]*)/g) ?? [], ([, day]) => day),
  ).toEqual([...['onderwerp', '01-04', '01-03', '01-02', '01-01']]);
  expect(page).toMatch(/<br>Elke aanlevering die aan het contract voldoet[^<]*<br>de postcode hoort bij de gemeente/);
  expect(page).not.toContain('seed');
});

test('two nights on one day are told apart by the time at which they began', () => {
  const page = nightsPage(lastOf([aNight(0), later(13, aNight(0)), aNight(2)]), 'nl');

  expect(rowsIn(page).map((row) => row.slice(0, 16).trim())).toEqual([
    '2027-01-03 onver',
    '2027-01-01 15:00',
    '2027-01-01 02:00',
  ]);
});
