import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { parseTree } from '#xml/parse';
import { elementsOf, textOf } from '#xml/tree';
import { validDelivery } from './delivery.ts';
import { loadFaces } from './faces/load-faces.ts';
import { generationOf } from '../test/samples/generation.ts';
import { variant, variantKinds } from './variant.ts';
import { violable, violation } from './violation.ts';

const contract = readContract(new URL('../test/contracts/bouwmelding', import.meta.url).pathname);
const generation = generationOf(contract, await loadFaces(contract));
const { oracle, context } = generation;
const types = contract.documentTypes.map(({ name }) => name);
const number = '000000000042';

test('a contract in which nothing is called alike gives valid deliveries, marked where it has the roles', () => {
  for (const type of types) {
    for (const one of fc.sample(validDelivery(generation, type), { seed: 1, numRuns: 200 })) {
      const [request] = elementsOf(elementsOf(parseTree(one.message(number)))[0] ?? parseTree(one.message(number)));
      const [reference = '', kind, title] = request === undefined ? [] : elementsOf(request).map(textOf);
      expect([reference, kind]).toEqual([`3PASTEST-proef-${number}`, type]);
      expect(title).toMatch(/^\[TEST 3PAS\] /);
    }
  }
});

test('every constraint of it is broken by itself', () => {
  for (const type of types) {
    for (const one of violable(generation, type)) {
      expect(one).toMatchObject({ violable: true });
      expect(fc.sample(violation(generation, type, one.constraint.id), { seed: 2, numRuns: 10 })).toHaveLength(10);
    }
  }
});

test('it has every kind of variant', () => {
  for (const kind of variantKinds) {
    for (const one of fc.sample(variant(generation, types[0] ?? '', kind), { seed: 3, numRuns: 20 })) {
      expect(oracle.judge(one.message(number), context), kind).toMatchObject({ verdict: 'valid', findings: [] });
    }
  }
});
