import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { createOracle } from '../oracle.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const oracle = createOracle(contract);
const example = (name: string): string => Buffer.from(contract.files.get(`examples/${name}.xml`) ?? []).toString();

const closedIn = (message: string): readonly string[] => {
  const opinion = oracle.inspect(Buffer.from(message), { today: '2026-11-29', oin: undefined, mandates: undefined });
  if (opinion.verdict === 'unjudgeable') throw new Error(opinion.reason.en);
  return (opinion.remarks ?? []).flatMap(({ constraint, path }) =>
    constraint === 'geometry#closed-line' ? [path.slice(path.search(/Lijn\/|!/))] : [],
  );
};

const drawn = (wkt: string): string =>
  example('Melding').replace(
    /<drp:PostcodeHuisnummer>[^]*<\/drp:PostcodeHuisnummer>/,
    `<drp:Lijn><drp:Geometrie>${wkt}</drp:Geometrie></drp:Lijn>`,
  );

test.each([
  ['LINESTRING(0 0, 1 0, 1 1, 0 0)', 1],
  ['MULTILINESTRING((0 0, 1 0), (0 0, 1 0, 1 1, 0 0))', 1],
  ['LINESTRING(0 0, 1 0, 1 1, 0 1)', 0],
  ['LINESTRING(0 0, 1 0, 0 0)', 0],
])('%s goes round %i times', (wkt, count) => {
  expect(closedIn(drawn(wkt))).toHaveLength(count);
});

test('a line in GML that goes round is told of where it stands', () => {
  const bopa = example('OmgevingsvergunningAfhandelingPlanafwijking');
  const round = bopa.replace(/(?<=<drp:Gml>)[^<]*/, (gml) =>
    Buffer.from(
      Buffer.from(gml, 'base64')
        .toString()
        .replace('120090 455190 120100.5 455200.25', '120090 455190 120100 455190 120100 455200 120090 455190'),
    ).toString('base64'),
  );

  expect(closedIn(bopa)).toEqual([]);
  expect(closedIn(round)).toEqual([expect.stringMatching(/LineString\/posList$/)]);
});
