import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { content, gml, sampleMessage, zip } from '../test/samples/delivery.ts';
import { createOracle } from './oracle.ts';

const oracle = createOracle(readContract(resolve(import.meta.dirname, '../contract/2020-01')));
const context = { today: '2026-11-23', oin: undefined, mandates: undefined };

const found = (message: Uint8Array) => {
  const opinion = oracle.inspect(message, context);
  return opinion.verdict === 'unjudgeable' ? [] : opinion.findings;
};

const drawn = (geometry: string) =>
  found(sampleMessage({ markeringen: [`<d:Lijn><d:Geometrie>${geometry}</d:Geometrie></d:Lijn>`] }));

test.each([
  [
    'LINESTRING(455690 120350.50, 455700 120360)',
    'axes',
    '455690 120350.50',
    'x and y are swapped: write 120350.50 455690.',
  ],
  ['LINESTRING(4.88 52.08, 4.89 52.09)', 'degrees', '4.88 52.08', 'These are degrees'],
  ['LINESTRING(120000 455000, 0 0, 1 1)', 'position', '0 0', 'Check the reference system'],
])('%s is told by its first position that is wrong', (geometry, ...expected) => {
  const [why, mark, said] = expected;
  const [one] = drawn(geometry);

  expect(one).toMatchObject({ constraint: 'rules.sch#rd-bereik', why, mark });
  expect(one?.text.en).toContain(said);
});

test('a position in GML is told where its list stands', () => {
  const message = sampleMessage({
    bopa: { identificatie: 'Z-1', gml: gml({ ring: '120000 455000 455000 120000 120010 455010 120000 455000' }) },
  });

  expect(found(message).find(({ constraint }) => constraint === 'rules.sch#rd-bereik')).toMatchObject({
    at: expect.stringMatching(/!\/.*\/posList$/) as string,
    mark: '455000 120000',
  });
});

test('values that look the same are told as such, and others not', () => {
  const alike = sampleMessage({
    titel: 'Kap van een\u00a0els',
    inhoud: zip({ 'inhoud.xml': content('Kap van een els') }),
  });
  const other = sampleMessage({ titel: 'Kap van een es', inhoud: zip({ 'inhoud.xml': content('Kap van een els') }) });

  expect(found(alike).map(({ why }) => why)).toEqual(['look-alike']);
  expect(found(other).map(({ why }) => why)).toEqual([undefined]);
});

test('no trial is made of what we made ourselves', () => {
  const message = sampleMessage({ markeringen: ['<d:Punt><d:Geometrie>POINT(455690 120350)</d:Geometrie></d:Punt>'] });
  const opinion = oracle.judge(message, context);

  expect(opinion.verdict === 'unjudgeable' ? [] : opinion.findings.map(({ why }) => why)).toEqual([undefined]);
});

test('a system of reference that was named is told', () => {
  const message = sampleMessage({ bopa: { identificatie: 'Z-1', gml: gml({ srsName: 'EPSG:4326' }) } });
  const named = found(message).find(({ constraint }) => constraint === 'rules.sch#bopa-srsnaam');

  expect(named?.text.en).toMatch(/It says "EPSG:4326"\./);
  expect(named?.text.nl).toMatch(/Er staat "EPSG:4326"\./);
});
