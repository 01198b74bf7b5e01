import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Draft } from './draft/draft.ts';
import { generationForTests } from '../test/samples/generation.ts';
import { parentDrafts } from './parents.ts';

const generation = { ...(await generationForTests()), stock: { seed: 1, size: 12 } };

test('a draft from stock fits, though those made for all, and the first with the wishes, do not', () => {
  const unfit = new Set<Draft>();
  const accepted = new Set<Draft>();
  const fits = (draft: Draft): boolean => {
    if (unfit.size < 16) unfit.add(draft);
    if (unfit.has(draft)) return false;
    accepted.add(draft);
    return true;
  };
  const wishes = { present: ['publicatiedatum'], absent: [], declared: [] };

  const drawn = fc.sample(parentDrafts(generation, 'Melding', { wishes, fits }), { seed: 1, numRuns: 4 });

  expect(unfit.size).toBe(16);
  expect(drawn.filter((draft) => !accepted.has(draft))).toEqual([]);
});
