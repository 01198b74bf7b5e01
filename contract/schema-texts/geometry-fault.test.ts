import { expect, test } from 'vitest';
import { geometryFault } from './geometry-fault.ts';

const line = ['LINESTRING', 'MULTILINESTRING'];
const area = ['POLYGON', 'MULTIPOLYGON'];

test.each<[text: string, words: readonly string[], kind: string, at: number, part: string]>([
  ['SRID=28992;POINT(1 2)', ['POINT'], 'srid', 1, 'SRID=28992;POINT'],
  ['{"type":"Point"}', ['POINT'], 'json', 1, '{"type":"Point"}'],
  ['<gml:Point/>', ['POINT'], 'markup', 1, '<gml:Point/>'],
  ['0101000020407100000000000000', ['POINT'], 'binary', 1, '01010000204071000000'],
  ['(1 2)', ['POINT'], 'no-word', 1, '('],
  ['120350 455690', ['POINT'], 'no-word', 1, '120350'],
  ['POINT(1 2)', line, 'other-word', 1, 'POINT'],
  ['CURVEPOLYGON((1 2))', area, 'other-word', 1, 'CURVEPOLYGON'],
  ['POLIGON((1 2))', area, 'unknown-word', 1, 'POLIGON'],
  ['Point(1 2)', ['POINT'], 'case', 1, 'Point'],
  ['POINT EMPTY', ['POINT'], 'empty', 7, 'EMPTY'],
  ['POINT Z (1 2 3)', ['POINT'], 'height', 7, 'Z'],
  ['POINTZ(1 2 3)', ['POINT'], 'height', 1, 'POINTZ'],
  ['POINT(1 2 3)', ['POINT'], 'height', 11, '3'],
  ['LINESTRING(1 2 3 4, 5 6 7 8)', line, 'height', 16, '3'],
  ['POINT 1 2', ['POINT'], 'no-bracket', 7, '1'],
  ['POINT[1 2]', ['POINT'], 'unknown-word', 1, 'POINT[1'],
  ['POLYGON(1 2, 3 4)', area, 'no-bracket', 9, '1'],
  ['LINESTRING((1 2, 3 4))', line, 'extra-bracket', 12, '('],
  ['POINT(1 2))', ['POINT'], 'extra-bracket', 11, ')'],
  ['POLYGON((1 2, 3 4)', area, 'unclosed', 18, ')'],
  ['POINT', ['POINT'], 'unclosed', 1, 'POINT'],
  ['LINESTRING(1 2,', line, 'unclosed', 15, ','],
  ['POINT(1 2) POINT(3 4)', ['POINT'], 'behind', 12, 'POINT'],
  ['LINESTRING(120350 455690 120360 455700)', line, 'no-comma', 26, '120360'],
  ['POLYGON((1 2, 3 4)(5 6, 7 8))', area, 'no-comma', 19, '('],
  ['LINESTRING(1 2,, 3 4)', line, 'no-position', 16, ','],
  ['POINT()', ['POINT'], 'no-position', 7, ')'],
  ['POINT(120350,455690)', ['POINT'], 'one-number', 7, '120350'],
  ['LINESTRING(1 2, 3)', line, 'one-number', 17, '3'],
  ['POINT(120350,5 455690,5)', ['POINT'], 'decimal-comma', 7, '120350,5'],
  ['POINT(1.2E5 4.5E5)', ['POINT'], 'exponent', 7, '1.2E5'],
  ['POINT(120.350 455.690.123)', ['POINT'], 'thousands', 15, '455.690.123'],
  ['POINT(120350;455690)', ['POINT'], 'semicolon', 7, '120350;455690'],
  ['POINT(+1 2)', ['POINT'], 'no-number', 7, '+1'],
  ['POINT(NaN NaN)', ['POINT'], 'no-number', 7, 'NaN'],
  ['POINT( 1 2)', ['POINT'], 'space', 7, ' '],
  ['POINT(1  2)', ['POINT'], 'space', 9, ' '],
  ['\nPOINT(1 2)', ['POINT'], 'space', 1, '\n'],
])('%j, where %j belongs', (text, words, ...found) => {
  const fault = geometryFault(text, words);

  expect([fault?.kind, fault?.at, fault?.part]).toEqual(found);
});

test('the mark of a fault is what is found first when it is looked for', () => {
  const text = 'POLYGON((1 2, 3 4, 5 6, 1 2), (1 2, 3, 5 6))';
  const fault = geometryFault(text, area);

  expect(fault).toMatchObject({ kind: 'one-number', part: '3', at: text.indexOf('3, 5 6))') + 1 });
  expect(text.indexOf(fault?.mark ?? '') + (fault?.mark.length ?? 0)).toBe(fault?.at);
});

test('what is right, and what can not be told, have no fault', () => {
  for (const text of ['POINT(1 2)', 'POINT (1.5 -2)']) expect(geometryFault(text, ['POINT'])).toBeUndefined();
  expect(geometryFault('MULTIPOLYGON(((1 2,3 4, 1 2),(5 6,7 8,5 6)))', area)).toBeUndefined();
  expect(geometryFault('MULTILINESTRING((1 2, 3 4), (5 6, 7 8))', line)).toBeUndefined();
});
