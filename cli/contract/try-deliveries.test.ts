import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { loadFaces } from '#generators/faces/load-faces';
import { generationOf } from '../../test/samples/generation.ts';
import { tryDeliveries } from './try-deliveries.ts';

const contract = readContract('contract/2020-01');
const generation = generationOf(contract, await loadFaces(contract));
const few = { valid: 2, broken: 2 } as const;

test('a contract of which both readers think alike is in order', () => {
  tryDeliveries(generation, few);
});

test('each document type in which the endpoint of the suite thinks otherwise is told', () => {
  const narrow = { ...generation, contract: { ...contract, limits: { ...contract.limits, contentBytes: 20 } } };

  expect(() => {
    tryDeliveries(narrow, few);
  }).toThrow(/a valid OmgevingsvergunningAanvraag is refused by .*\n(.*\n)*.*a valid Melding is refused by /);
});

test('so is one that is a duplicate of another by what is not new with each', () => {
  const medium = contract.duplicate?.key.filter(({ name }) => name === 'medium') ?? [];
  const duplicate = contract.duplicate && { ...contract.duplicate, key: medium };

  expect(() => {
    tryDeliveries({ ...generation, contract: { ...contract, duplicate } }, { valid: 5, broken: 0 });
  }).toThrow(/a valid \w+ is a duplicate of another one, since nothing that service\.duplicate\.key names is new/);
});

test('so is one that is read as another', () => {
  const [first, second] = contract.documentTypes;
  const documentTypes = [first, second].flatMap((one) => one ?? []).map((one) => ({ ...one, name: one.name }));
  const mixed = { ...contract, uses: { ...contract.uses, documentType: 'none' as const }, documentTypes };

  expect(() => {
    tryDeliveries({ ...generation, contract: mixed }, few);
  }).toThrow(/a delivery of OmgevingsvergunningAanvraag is read as of no document type/);
});
