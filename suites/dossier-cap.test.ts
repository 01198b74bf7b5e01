import { expect, test } from 'vitest';
import { dossierCap } from './dossier-cap.ts';

test('no more are under way than there is room for, and a refusal makes room again', async () => {
  const cap = dossierCap(2);
  const taken = [cap.take(), cap.take(), cap.take(), cap.take()];
  expect(await Promise.all(taken.slice(0, 2))).toEqual([true, true]);

  cap.settle(false);
  expect(await taken[2]).toBe(true);
  cap.settle(true);
  cap.settle(true);

  expect(await taken[3]).toBe(false);
  expect(await cap.take()).toBe(false);
});
