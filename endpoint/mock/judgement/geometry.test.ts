import { Document } from 'slimdom';
import { describe, expect, test } from 'vitest';
import { positions } from './position.ts';
import { TooMuchWork, wholeEffort } from './effort.ts';
import { lying } from './lying.ts';
import { isClosed, isSimple } from './simple-line.ts';
import { addPositions } from './view-geometry.ts';
import { readWkt } from './wkt.ts';

const lineOf = (text: string) =>
  positions(
    text.split(',').map((pair) => {
      const [x = '', y = ''] = pair.trim().split(' ');
      return [x, y] as const;
    }),
  );

describe('readWkt', () => {
  test.each([
    ['POINT(1 2)', 'POINT', [['punt', 1]]],
    [' point ( 1.5 -2. ) ', 'POINT', [['punt', 1]]],
    ['LINESTRING(1 2, 3 4,5 6)', 'LINESTRING', [['lijn', 3]]],
    [
      'POLYGON((0 0,1 0,1 1,0 0),(.2 .1,.3 .1,.3 .2,.2 .1))',
      'POLYGON',
      [
        ['buiten', 4],
        ['binnen', 4],
      ],
    ],
    [
      'MULTIPOINT((1 2),(3 4))',
      'MULTIPOINT',
      [
        ['punt', 1],
        ['punt', 1],
      ],
    ],
    [
      'MULTIPOINT(1 2, 3 4)',
      'MULTIPOINT',
      [
        ['punt', 1],
        ['punt', 1],
      ],
    ],
    [
      'MULTILINESTRING((1 2,3 4),(5 6,7 8))',
      'MULTILINESTRING',
      [
        ['lijn', 2],
        ['lijn', 2],
      ],
    ],
    [
      'MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5),(5 5,6 5,6 6,5 5)))',
      'MULTIPOLYGON',
      [
        ['buiten', 4],
        ['buiten', 4],
        ['binnen', 4],
      ],
    ],
  ])('reads %s', (text, kind, parts) => {
    const wkt = readWkt(text);

    expect(wkt?.kind).toBe(kind);
    expect(wkt?.parts.map((part) => [part.role, part.positions.length])).toEqual(parts);
  });

  test('keeps coordinates as they are written', () => {
    expect(readWkt('POINT(+081538.50 4.)')?.parts[0]?.positions[0]).toMatchObject({ x: '+081538.50', y: '4.' });
  });

  test.each([
    '',
    'POINT',
    'POINT EMPTY',
    'POINT()',
    'POINT(1)',
    'POINT(1 2 3)',
    'POINT(1 2, 3 4)',
    'POINT Z(1 2 3)',
    'POINTZ(1 2 3)',
    'SRID=28992;POINT(1 2)',
    'GEOMETRYCOLLECTION(POINT(1 2))',
    'LINESTRING(1 2,)',
    'LINESTRING(1 2',
    'POLYGON(1 2,3 4)',
    'POLYGON()',
    'POINT(1 2))',
    'POINT(1e 2)',
    'POINT(1,5 2)',
    'POINT(a b)',
    'CIRCLE(1 2)',
    `POINT(1 ${'9'.repeat(200)})`,
  ])('finds nothing in %j', (text) => {
    expect(readWkt(text)).toBeUndefined();
  });
});

describe('addPositions', () => {
  test('takes every decimal, and writes each so that XPath 1.0 reads it', () => {
    const element = new Document().createElement('ring');
    addPositions(element, '+12.0 .5 -3. 004 -.25 +0', wholeEffort());

    expect(element.children.flatMap((one) => [one.getAttribute('x'), one.getAttribute('y')])).toEqual([
      '12.0',
      '0.5',
      '-3',
      '004',
      '-0.25',
      '0',
    ]);
  });
});

describe('isSimple', () => {
  test.each([
    ['a point', '1 1', true],
    ['a square', '0 0,1 0,1 1,0 1,0 0', true],
    ['a square with a repeated corner', '0 0,1 0,1 0,1 1,0 1,0 0', true],
    ['a bow tie', '0 0,1 1,1 0,0 1,0 0', false],
    ['a spike', '0 0,2 0,1 0,1 1,0 0', false],
    ['a ring that touches itself in a corner', '0 0,2 0,1 1,2 2,0 2,1 1,0 0', false],
    ['a corner on a side', '0 0,4 0,4 4,2 0,0 4,0 0', false],
    ['a ring of two positions', '0 0,1 1,0 0', false],
    ['a ring of one', '0 0,0 0', false],
    ['an open line', '0 0,1 0,2 1', true],
    ['an open line that crosses itself', '0 0,2 0,2 2,1 2,1 -1', false],
    ['an open line that ends on itself', '0 0,2 0,2 2,1 0', false],
    ['an open line that goes back', '0 0,2 0,1 0', false],
    ['a straight line in three steps', '0 0,1 0,2 0', true],
    ['a collinear overlap far apart', '0 0,4 0,4 1,1 1,1 0,3 0', false],
    ['a ring whose ends fold back', '1 0,2 0,2 1,0 0,1 0', true],
    ['a near miss in the ninth decimal', '0 0,1 0,1 0.000000001,0 0.000000001,0 0', true],
    ['a hair’s breadth over', '0 0,1000000 0.000000001,2000000 0,1000000 0.000000002,1000000 0.000000001', false],
    ['equal numbers written differently', '0 0,1.0 0,1 1,0.00 1,-0 +0', true],
  ])('%s', (_, text, expected) => {
    expect(isSimple(lineOf(text), wholeEffort())).toBe(expected);
  });

  test('knows a ring by its values, not by how they are written', () => {
    expect(isClosed(lineOf('0 0,1 0,0.0 -0'))).toBe(true);
    expect(isClosed(lineOf('0 0'))).toBe(false);
    expect(isClosed(lineOf('0 0,1 0,0 0.001'))).toBe(false);
  });

  test('has effort enough for a real coast line', () => {
    const count = 20_000;
    const coast = Array.from({ length: count }, (_, index) => {
      const angle = (2 * Math.PI * index) / count;
      const radius = 50_000 + 100 * Math.sin(angle * 997);
      return `${(100_000 + radius * Math.cos(angle)).toFixed(3)} ${(450_000 + radius * Math.sin(angle)).toFixed(3)}`;
    });

    expect(isSimple(lineOf([...coast, coast[0]].join(',')), wholeEffort())).toBe(true);
  });

  test('gives up on a line made to be slow', () => {
    const comb = Array.from({ length: 40_000 }, (_, index) => `${String((index % 2) * 1_000_000)} ${String(index)}`);

    expect(() => isSimple(lineOf(comb.join(',')), wholeEffort())).toThrow(TooMuchWork);
  });
});

describe('lying', () => {
  const box = (x: number, y: number, [width, height]: readonly [number, number]) =>
    lineOf(
      [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
        [x, y],
      ]
        .map((pair) => pair.join(' '))
        .join(','),
    );

  test('has effort enough for many areas apart, and for a large one with many holes', () => {
    const many = Array.from({ length: 1600 }, (_, index) =>
      box(200 * (index % 40), 200 * Math.floor(index / 40), [50, 50]),
    );

    expect(
      lying(
        many.map((shell) => [shell]),
        wholeEffort(),
      ),
    ).toEqual({ geldig: undefined, los: 'ja' });
    expect(lying([[box(-100, -100, [9000, 9000]), ...many]], wholeEffort())).toEqual({ geldig: 'ja', los: undefined });
  });

  test('gives up on areas made to be slow', () => {
    const thin = Array.from({ length: 5000 }, (_, index) => [box(0, 2 * index, [100_000, 2])]);

    expect(() => lying(thin, wholeEffort())).toThrow(TooMuchWork);
  });
});
