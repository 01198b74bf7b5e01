import { expect, test } from 'vitest';
import { compareRandom, compareRestrictions } from './compare-random.ts';
import { hasJdk } from '#documents/judge/xerces';
import { inFull } from '../samples/in-full.ts';

const noJdk = hasJdk() ? '' : ', which takes a JDK: install one (javac)';

test.skipIf(noJdk !== '')(`Xerces agrees on random schemas and what was made of them${noJdk}`, async () => {
  const seeds = Array.from({ length: inFull(100, 50) }, (_, index) => index);

  const { disputes, refused, documents } = await compareRandom(seeds);

  expect(disputes).toEqual([]);
  expect(refused).toBeGreaterThan(inFull(20, 10));
  expect(documents).toBeGreaterThan(inFull(2000, 500));
});

test.skipIf(noJdk !== '').each([
  { kind: 'restrictions', least: 0.5, most: 0.9 },
  { kind: 'facets', least: 0.5, most: 0.9 },
] as const)(`Xerces agrees on which random $kind are no restrictions${noJdk}`, async ({ kind, least, most }) => {
  const seeds = Array.from({ length: inFull(1000, 400) }, (_, index) => index);

  const { disputes, refused } = await compareRestrictions(kind, seeds);

  expect(disputes).toEqual([]);
  expect(refused / seeds.length).toBeGreaterThan(least);
  expect(refused / seeds.length).toBeLessThan(most);
});
