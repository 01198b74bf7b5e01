import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { aRunConfig } from '../test/samples/run-config.ts';
import { turnOf } from './ways.ts';

const contract = readContract(new URL('../contract/2020-01', import.meta.url).pathname);
const constraint = 'codelists.xsd#Rubriek/enumeration';
const ways = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'any'];
const types = contract.documentTypes.map(({ name }) => name);

const turns = (given: {
  readonly runs: number;
  readonly seed?: number;
  readonly documentTypes?: readonly string[];
}) => {
  const config = aRunConfig({ documentTypes: [], ...given });
  const lab = { contract, config, unviolable: () => new Map<string, never>() };
  return types.map((documentType) => turnOf(lab, { constraint, documentType, ways }));
};

test('the nearest ways have their turn in each document type, and every other way in one', () => {
  const all = turns({ runs: 50 });

  expect(all.map(({ first, count }) => first.slice(0, count))).toEqual(types.map(() => ['a', 'b']));
  expect(all.flatMap(({ besides }) => besides).sort()).toEqual(ways.slice(2).sort());
});

test('a run of one document type has every way in it', () => {
  const all = turns({ runs: 50, documentTypes: ['Melding'] });

  expect(all[types.indexOf('Melding')]).toEqual({ first: ways, count: 2, besides: ways.slice(2) });
});

test('smoke runs have one way each, and get round', () => {
  const seeds = Array.from({ length: 100 }, (_, seed) => turns({ runs: 10, seed })[0]);

  expect(new Set(seeds.map((turn) => turn?.count))).toEqual(new Set([1]));
  expect(new Set(seeds.map((turn) => turn?.first[0]))).toEqual(new Set(ways));
});
