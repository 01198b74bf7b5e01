import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeEffort } from '#endpoint/mock/judgement/effort';
import { lying } from '#endpoint/mock/judgement/lying';
import { positions as positionsOf } from '#endpoint/mock/judgement/position';
import { validDelivery } from '#generators/delivery';
import { violable, violation, waysOf } from '#generators/violation';
import { lyingOf } from '#judgement/geometry/areas';
import { gml, sampleMessage } from '../samples/delivery.ts';
import { generationForTests } from '../samples/generation.ts';
import { inFull } from '../samples/in-full.ts';
import { drawnOnGrid } from './drawn-on-grid.ts';
import { brokenBy } from './opinions.ts';
import { crossing, type Drawn, invalid, overlapping, placed, valid } from './shapes.ts';

const written = (polygons: Drawn): string => {
  const [first = '', ...others] = polygons.map((rings) => `(${rings.map((ring) => `(${placed(ring)})`).join(',')})`);
  return others.length === 0 ? `POLYGON${first}` : `MULTIPOLYGON(${[first, ...others].join(',')})`;
};

const asText = (text: string, kind = 'Vlak'): Uint8Array =>
  sampleMessage({ markeringen: [`<d:${kind}><d:Geometrie>${text}</d:Geometrie></d:${kind}>`] });

const positions = (ring: string): string => placed(ring).replaceAll(',', ' ');

const inGml = (shape: Parameters<typeof gml>[0]): Uint8Array =>
  sampleMessage({
    documenttype: 'OmgevingsvergunningAfhandelingPlanafwijking',
    bopa: { identificatie: 'Z-1', gml: gml(shape) },
  });

const areas = (polygons: Drawn): Uint8Array => inGml({ polygons: polygons.map((rings) => rings.map(positions)) });

const both = (...rules: readonly string[]) => {
  const constraints = rules.map((rule) => `rules.sch#${rule}`);
  return { oracle: constraints, mock: constraints };
};

const shapes: readonly (readonly [string, Drawn, string | undefined])[] = [
  ...Object.entries(valid).map(([name, drawn]) => [name, drawn, undefined] as const),
  ...Object.entries(invalid).map(([name, drawn]) => [name, drawn, 'gaten-in-vlak'] as const),
  ...Object.entries(overlapping).map(([name, drawn]) => [name, drawn, 'vlakken-los'] as const),
];

test.each(shapes)('%s: both opinions, in well-known text and in GML', (_, drawn, rule) => {
  expect(brokenBy(asText(written(drawn)))).toEqual(both(...(rule === undefined ? [] : [rule])));
  expect(brokenBy(areas(drawn))).toEqual(both(...(rule === undefined ? [] : [`bopa-${rule}`])));
});

test.each(Object.entries(crossing))('%s: both opinions, in well-known text and in GML', (_, ring) => {
  expect(brokenBy(asText(written([[ring]])))).toEqual(both('ring-enkelvoudig'));
  expect(brokenBy(areas([[ring]]))).toEqual(both('bopa-ring-enkelvoudig'));
});

test.each([
  ['LINESTRING(120350 455690)', 'lijn-twee-posities'],
  ['LINESTRING(120350 455690,120350 455690)', 'lijn-twee-posities'],
  ['LINESTRING(120350 455690,120350.0 455690.00,120350 455690)', 'lijn-twee-posities'],
  ['MULTILINESTRING((120350 455690,120360 455690),(120350 455690,120350 455690))', 'lijn-twee-posities'],
  ['LINESTRING(120350 455690,120350 455690.001)', undefined],
  ['LINESTRING(120350 455690,120350 455690.00000000000000001)', undefined],
  ['LINESTRING(120350 455690,120360 455690,120350 455690)', undefined],
  ['LINESTRING(120350 455690,120360 455700,120360 455690,120350 455700)', undefined],
])('the line %s: both opinions', (line, rule) => {
  expect(brokenBy(asText(line, 'Lijn'))).toEqual(both(...(rule === undefined ? [] : [rule])));
});

test.each([
  ['120350 455690 120350 455690', 'bopa-lijn-twee-posities'],
  ['120350 455690 120350.0 455690.00 120350 455690', 'bopa-lijn-twee-posities'],
  ['120350 455690 120350 455690.001', undefined],
])('the line %s in GML: both opinions', (line, rule) => {
  expect(brokenBy(inGml({ lines: [line] }))).toEqual(both(...(rule === undefined ? [] : [rule])));
});

test('at the edge of RD and far from it the same is valid and invalid', () => {
  for (const [corner, outside] of [
    [[299_900, 628_900], []],
    [[-7000, 289_000], []],
    [[299_900.001, 628_900], ['rd-bereik']],
  ] as const) {
    const at = (drawn: Drawn): Uint8Array =>
      asText(`POLYGON(${drawn[0]?.map((ring) => `(${placed(ring, corner)})`).join(',') ?? ''})`);

    expect(brokenBy(at(valid['a hole inside'] ?? []))).toEqual(both(...outside));
    expect(brokenBy(at(invalid['a hole a millimetre over the edge'] ?? [])).oracle).toContain(
      'rules.sch#gaten-in-vlak',
    );
  }
});

test('what has other faults has no word on how its rings lie', () => {
  const open = '0 0,100 0,100 100,0 100,0 1';
  const flat = '0 0,100 0,0 0';

  expect(brokenBy(asText(written([[open, '200 10,200 20,220 20,200 10']])))).toEqual(both('ring-gesloten'));
  expect(brokenBy(asText(written([[flat], [flat]])))).toEqual(both('ring-vier-posities', 'ring-vier-posities'));
});

test('both opinions agree on polygons that are drawn at random', () => {
  const seen = { apart: 0, valid: 0 };
  for (const drawn of fc.sample(drawnOnGrid(), { seed: 20200101, numRuns: inFull(100_000, 1000) })) {
    const text = drawn.map((rings) => rings.map((ring) => ring.map(([x, y]) => [String(x), String(y)] as const)));
    const own = lyingOf(text.map((rings) => rings.map((ring) => ring.map(([x, y]) => ({ x, y })))));
    const read = text.map((rings) => rings.map((ring) => positionsOf(ring)));

    const { geldig, los } = lying(read, wholeEffort());

    expect([geldig, los], JSON.stringify(drawn)).toEqual([own.areValid, own.areApart].map(yesNo));
    if (own.areValid === true) seen.valid += 1;
    if (own.areApart === true) seen.apart += 1;
  }
  expect(Math.min(seen.valid, seen.apart)).toBeGreaterThan(20);
});

const yesNo = (claim: boolean | undefined): string | undefined =>
  claim === undefined ? undefined : claim ? 'ja' : 'nee';

const generation = await generationForTests();
/** The one that has geometries in both forms. */
const type = 'OmgevingsvergunningAfhandelingPlanafwijking';
const ofRules = /#(?:bopa-)?(?:gaten-in-vlak|vlakken-los|lijn-twee-posities|ring-enkelvoudig)$/;

test('generated geometries are valid for both', () => {
  for (const one of fc.sample(validDelivery(generation, type), { seed: 1, numRuns: inFull(2000, 40) }))
    expect(brokenBy(one.message('000000000042'))).toEqual(both());
});

const breaches = violable(generation, type)
  .filter(({ constraint }) => ofRules.test(constraint.id))
  .flatMap(({ constraint: { id } }) => waysOf(generation, type, id).map((way) => [id, way] as const))
  .filter((_, index) => index % inFull(1, 3) === 0);

test.each(breaches)('%s is broken by %s, and nothing else is, for both', (constraint, way) => {
  const made = fc.sample(violation(generation, type, { constraint, way }), { seed: 1, numRuns: inFull(25, 1) });
  for (const one of made)
    expect(brokenBy(one.message('000000000042'))).toEqual({ oracle: [constraint], mock: [constraint] });
});
