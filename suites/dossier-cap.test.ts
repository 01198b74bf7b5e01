import { expect, test } from 'vitest';
import { dossierCap, mayBeDossier } from './dossier-cap.ts';

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

test.each([
  ['timeout', true],
  ['aborted', true],
  ['dns', false],
  ['budget', false],
] as const)('an answer that did not come by %s counts: %s', (kind, counts) => {
  expect(mayBeDossier({ kind: 'none', failure: { kind, code: '', message: '' } })).toBe(counts);
});
