import { expect, test } from 'vitest';
import { type Asked, askedOf, chosen, hrefOf, turned } from './asked.ts';
import type { PageRow } from './page-row.ts';

const row = (number: number): PageRow => ({
  number,
  at: 0,
  sender: 'een',
  came: number % 10 === 0 ? 'accepted' : 'other',
  kindIn: () => 'Melding',
  outcomeIn: (language) => (language === 'nl' ? 'geweigerd' : 'refused'),
  broken: number === 7 ? [{ id: 'message.is-valid', level: 'MUST' }] : [],
  isJudged: true,
  said: { reference: `nummer-${String(number)}-`, title: undefined, medium: undefined },
  open: () => undefined,
  files: [],
});

const rows = Array.from({ length: 130 }, (_, index) => row(index + 1));
const asked = (query: string): Asked => askedOf('nl', new URLSearchParams(query));
const numbers = (query: string): readonly number[] =>
  turned(chosen(rows, asked(query)), asked(query)).shown.map(({ number }) => number);

test('fifty messages stand on a page, the newest first', () => {
  expect([numbers('').length, numbers('')[0], numbers('').at(-1)]).toEqual([50, 130, 81]);
  expect([numbers('page=3').length, numbers('page=3').at(-1)]).toEqual([30, 1]);
});

test.each(['page=0', 'page=-1', 'page=x', 'page=1e9', 'outcome=onzin'])('%s shows the first page', (query) => {
  expect(numbers(query)[0]).toBe(130);
});

test('a page past the last is the last', () => {
  expect(numbers('page=999999999').at(-1)).toBe(1);
});

test('messages are found by outcome, and by words in what is shown of them', () => {
  expect(numbers('outcome=accepted')).toEqual([130, 120, 110, 100, 90, 80, 70, 60, 50, 40, 30, 20, 10]);
  expect(numbers('outcome=findings')).toEqual([7]);
  expect(numbers('text=NUMMER-77-+melding+geweigerd')).toEqual([77]);
  expect(numbers('text=nummer-77-&outcome=accepted')).toEqual([]);
});

test('what is asked stays in the address', () => {
  expect(hrefOf(asked('text=%22%3E+nummer&outcome=refused&page=2'))).toBe(
    '?lang=nl&text=%22%3E+nummer&outcome=refused&page=2',
  );
});
