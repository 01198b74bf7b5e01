import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { loadFaces } from './faces/load-faces.ts';
import { generationOf } from '../test/samples/generation.ts';
import { longDelivery } from './long-delivery.ts';

const aim = 65_537;

test.each([
  ['contract/2020-01', 'Melding'],
  ['contract/2020-01', 'GAOverigeAankondigingen'],
  ['test/contracts/post', 'zending'],
])('of %s, a long %s has the bytes that are asked for, and few more', async (folder, documentType) => {
  const contract = readContract(folder);
  const generation = generationOf(contract, await loadFaces(contract));

  const drawn = fc.sample(longDelivery(generation, documentType, aim), { seed: 1, numRuns: 12 });

  const messages = drawn.map((one) => one.message('000000000042'));
  expect(messages.filter(({ length }) => length < aim || length > aim * 1.05).map(({ length }) => length)).toEqual([]);
  expect(messages.map((one) => generation.oracle.judge(one, generation.context).verdict)).toEqual(
    messages.map(() => 'valid'),
  );
});
