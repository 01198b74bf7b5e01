import { expect, test } from 'vitest';
import { parsePositions, plainDecimal } from './positions.ts';

test.each([
  ['12', '12'],
  ['-12.50', '-12.50'],
  ['+5', '5'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['-.5', '-0.5'],
  ['1e3', '1000'],
  ['1.25E+1', '12.5'],
  ['125e-3', '0.125'],
  ['1e-3', '0.001'],
  ['007', '007'],
])('writes %s plainly as %s', (token, expected) => {
  expect(plainDecimal(token)).toBe(expected);
  expect(Number(expected)).toBe(Number(token));
});

test.each(['', '.', '-', 'e3', '1e', '1e9999', 'NaN', 'INF', '0x10', '1,5', '1 2', '--1', '١'])(
  'finds no number in %j',
  (token) => {
    expect(plainDecimal(token)).toBeUndefined();
  },
);

test('a list of coordinates is read in pairs, whatever white space parts them', () => {
  expect(parsePositions(' 1 2\n3\t4.5\r\n')).toEqual([
    { x: '1', y: '2' },
    { x: '3', y: '4.5' },
  ]);
});

test.each(['', '  ', '1', '1 2 3', '1 x', '1,2 3,4', '1\u00a02'])(
  'a list that holds no pairs of numbers is refused: %j',
  (text) => {
    expect(parsePositions(text)).toBeUndefined();
  },
);
