import { expect, test } from 'vitest';
import { parseWellKnownText } from './well-known-text.ts';

const summary = (text: string): string | undefined => {
  const geometry = parseWellKnownText(text);
  if (geometry === undefined) return undefined;
  const parts = geometry.parts.map(
    ({ role, positions }) => `${role} ${positions.map(({ x, y }) => `${x} ${y}`).join(',')}`,
  );
  return `${geometry.kind}: ${parts.join('; ')}`;
};

test.each([
  ['POINT(61309 389557)', 'POINT: punt 61309 389557'],
  [' point ( 1.5  -2 ) ', 'POINT: punt 1.5 -2'],
  ['LINESTRING(0 0,1 1, 2 2)', 'LINESTRING: lijn 0 0,1 1,2 2'],
  ['POLYGON((0 0,4 0,4 4,0 0),(1 1,2 1,2 2,1 1))', 'POLYGON: buiten 0 0,4 0,4 4,0 0; binnen 1 1,2 1,2 2,1 1'],
  ['MULTIPOINT(1 2,3 4)', 'MULTIPOINT: punt 1 2; punt 3 4'],
  ['MULTIPOINT((1 2),(3 4))', 'MULTIPOINT: punt 1 2; punt 3 4'],
  ['MULTILINESTRING((0 0,1 1),(2 2,3 3))', 'MULTILINESTRING: lijn 0 0,1 1; lijn 2 2,3 3'],
  [
    'MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5),(5 5,5 6,6 6,5 5)))',
    'MULTIPOLYGON: buiten 0 0,1 0,1 1,0 0; buiten 5 5,6 5,6 6,5 5; binnen 5 5,5 6,6 6,5 5',
  ],
  ['POINT(1e3 2E-1)', 'POINT: punt 1000 0.2'],
])('reads %s', (text, expected) => {
  expect(summary(text)).toBe(expected);
});

test.each([
  ...[
    '',
    'POINT',
    'POINT()',
    'POINT(1)',
    'POINT(1 2 3)',
    'POINT(1,2)',
    'POINT(1 2',
    'POINT(1 2))',
    'POINT(1 2) x',
    'POINT EMPTY',
  ],
  ...[
    'POINT Z(1 2 3)',
    'SRID=28992;POINT(1 2)',
    'POLYGON(0 0,1 1,0 0)',
    'POLYGON(())',
    'LINESTRING((0 0,1 1))',
    'LINESTRING(0 0,,1 1)',
  ],
  ...[
    'GEOMETRYCOLLECTION(POINT(1 2))',
    'CIRCLE(1 2)',
    'POINT(1-2)',
    'POINT(a b)',
    'constructor',
    '__proto__',
    'POINT(1\u00a02)',
  ],
])('refuses %j', (text) => {
  expect(parseWellKnownText(text)).toBeUndefined();
});
