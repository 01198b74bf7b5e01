import { expect, test } from 'vitest';
import { gather } from '../folder/attempt.ts';
import { mustAgreeTogether } from './rows-apart.ts';
import { readRows } from './rows.ts';

const told = (...rows: readonly string[]): readonly string[] =>
  gather(() => {
    const read = readRows('d.csv', ['pad;verplicht;herhaling;type;lengte;patroon;waarden', ...rows].join('\n'));
    mustAgreeTogether(read);
  }).errors.map(({ message }) => message);

test('two rows of one place are told', () => {
  expect(told('Soort;ja', 'Soort;ja', 'Soort;nee')).toEqual([
    'd.csv:3: Soort is described on line 2 already; keep one of the rows',
    'd.csv:4: Soort is described on line 2 already; keep one of the rows',
  ]);
});

test('what is required in what is never there, and what depends on it', () => {
  expect(told('Bijlage;nooit', 'Bijlage/Naam;ja', 'Bijlage/Soort;nee', 'Titel;als Bijlage/Soort = A')).toEqual([
    'd.csv:3: Bijlage/Naam is required, and by line 2 Bijlage is never there; correct one of the rows',
    'd.csv:5: Titel depends on Bijlage/Soort, and by line 2 Bijlage is never there; correct one of the rows',
  ]);
});

test('what depends on a value that another row does not list, or on itself', () => {
  expect(told('Soort;;;;;;A | B', 'Titel;als Soort = B | C', 'Naam;als Naam = X', 'Rest;als Soort = A')).toEqual([
    'd.csv:3: Titel depends on Soort being C, and line 2 lists no such value; correct one of the rows',
    'd.csv:4: Naam is required by what it says itself; name another place, or write ja or nee',
  ]);
});
