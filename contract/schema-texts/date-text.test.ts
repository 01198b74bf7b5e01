import { expect, test } from 'vitest';
import { dateText } from './date-text.ts';

const none = { nl: '', en: '' };
const textOf = (value: string): string =>
  dateText({ nl: 'Datum', en: 'Datum' }, value, { name: 'date', what: none, way: none })?.en ?? '';

test.each([
  ['2024-02-11T23:00:00Z', 'Write 2024-02-12 '],
  ['2024-07-11T22:00:00.0000000Z', 'Write 2024-07-12 '],
  ['2024-02-11T12:00:00Z', 'Write 2024-02-11 '],
  ['2024-02-12T00:00:00+01:00', 'Write 2024-02-12 '],
  ['2024-02-12T00:00:00', 'Write 2024-02-12 '],
  ['2024-02-12Z', 'Write 2024-02-12 '],
])('%s stands for the day that it is in the Netherlands', (value, way) => {
  expect(textOf(value)).toContain(way);
});

test.each(['0001-01-01T00:00:00', '0001-01-01', '0001-01-01T00:00:00Z'])(
  '%s is a date that nobody filled in',
  (value) => {
    expect(textOf(value)).toMatch(/was not filled in\. Fill in the day/);
    expect(textOf(value)).not.toContain('Write 0001');
  },
);
