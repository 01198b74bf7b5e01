import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { validDelivery } from '#generators/delivery';
import { loadFaces } from '#generators/faces/load-faces';
import { generationOf } from '../test/samples/generation.ts';
import { asking, asksFor, withMedium } from './asked-medium.ts';

const contract = readContract('contract/2020-01');
const generation = generationOf(contract, await loadFaces(contract));
const lab = { contract, generation };
const bare = { ...generation, media: [] };

const drawn = () => {
  const [one] = fc.sample(validDelivery(bare, 'OmgevingsvergunningAanvraag'), { seed: 1, numRuns: 1 });
  if (one === undefined) throw new Error('a delivery can be made');
  return one;
};

const media = ['Gemeenteblad', 'Provinciaal blad', 'Waterschapsblad', 'Staatscourant'] as const;

test('a delivery that asks for no medium is given one, where it may ask for that', () => {
  const one = drawn();
  const fitting = media.flatMap((medium) => withMedium(lab, one, medium) ?? []);
  const asked = fitting.flatMap(({ draft }) => generation.workshop.roles.all(draft, 'medium'));

  expect(asksFor(lab, one, media)).toBe(false);
  expect(asked).toHaveLength(fitting.length);
  expect(asked).toContain('Staatscourant');
});

test('one that asks for a medium stays as it is, as does one where none is wanted', () => {
  const one = drawn();
  const asks = asking(lab, one, ['Staatscourant']);
  if (asks === undefined) throw new Error('any notice may stand in the Staatscourant');

  expect(asks).not.toBe(one);
  expect(asking(lab, asks, ['Staatscourant'])).toBe(asks);
  expect(asking(lab, one, [])).toBe(one);
});

test('what the contract does not take as a medium is not put in', () => {
  expect(withMedium(lab, drawn(), 'Nergensblad')).toBeUndefined();
});
