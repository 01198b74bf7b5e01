import { expect, test } from 'vitest';
import { compareRandom, compareRestrictions } from './compare-random.ts';
import { hasJdk } from './xerces.ts';

const noJdk = hasJdk() ? '' : ', which takes a JDK: install one (javac)';

test.skipIf(noJdk !== '')(`Xerces agrees on random schemas and what was made of them${noJdk}`, async () => {
  const seeds = Array.from({ length: 100 }, (_, index) => index);

  const { disputes, refused, documents } = await compareRandom(seeds);

  expect(disputes).toEqual([]);
  expect(refused).toBeGreaterThan(20);
  expect(documents).toBeGreaterThan(2000);
});

test.skipIf(noJdk !== '').each([
  { kind: 'restrictions', least: 500, most: 900 },
  { kind: 'facets', least: 500, most: 900 },
] as const)(`Xerces agrees on which random $kind are no restrictions${noJdk}`, async ({ kind, least, most }) => {
  const seeds = Array.from({ length: 1000 }, (_, index) => index);

  const { disputes, refused } = await compareRestrictions(kind, seeds);

  expect(disputes).toEqual([]);
  expect(refused).toBeGreaterThan(least);
  expect(refused).toBeLessThan(most);
});
