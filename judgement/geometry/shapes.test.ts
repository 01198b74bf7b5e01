import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { shapeReader } from './shapes.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const context = { today: '2026-11-30', oin: undefined, mandates: undefined };
const read = shapeReader(contract);
const example = readFileSync(join(contract.directory, 'examples/Melding.xml'), 'utf8');

/** What is read of an example whose place is this. */
const shapesOf = (wkt: string) =>
  read(
    Buffer.from(
      example.replace(
        /(<drp:Gebiedsmarkering>)[^]*?(<\/drp:Gebiedsmarkering>)/,
        `$1<drp:Vlak><drp:Geometrie>${wkt}</drp:Geometrie></drp:Vlak>$2`,
      ),
    ),
    context,
  );

test('a polygon and its holes are one shape, and so is a point', () => {
  expect(shapesOf('POINT(155000 463000)')).toEqual([[{ kind: 'point', positions: [[155_000, 463_000]] }]]);
  expect(
    shapesOf('POLYGON((0 0, 9 0, 9 9, 0 0), (2 1, 3 1, 3 2, 2 1))').map((runs) => runs.map(({ kind }) => kind)),
  ).toEqual([['area', 'area']]);
  expect(shapesOf('LINESTRING(1 2, 3 4)')).toEqual([
    [
      {
        kind: 'line',
        positions: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
  ]);
});

test('geometry in a payload is read as well', () => {
  const bopa = readFileSync(join(contract.directory, 'examples/OmgevingsvergunningAfhandelingPlanafwijking.xml'));

  expect(read(bopa, context).flatMap((runs) => runs.map(({ kind }) => kind))).toContain('area');
});

test('what is no geometry, or no delivery, has no shapes; of a long run some positions are left out', () => {
  expect(shapesOf('POINT(een twee)')).toEqual([]);
  expect(shapesOf('POINT(1e999 2)')).toEqual([]);
  expect(read(Buffer.from('<a/>'), context)).toEqual([]);
  expect(read(Buffer.from('geen XML'), context)).toEqual([]);
  const long = Array.from({ length: 5000 }, (_, x) => `${String(x)} 0`).join(',');
  const [[run] = []] = shapesOf(`LINESTRING(${long})`);
  expect([run?.positions.length, run?.positions.at(-1)]).toEqual([1001, [4999, 0]]);
});
