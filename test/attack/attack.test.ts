import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../run/three-pas.ts';
import { attempt } from './attempt.ts';
import { topics } from './topics.ts';

test.each(topics.filter(({ isSliced }) => isSliced))(
  'the product holds against a slice of $topic',
  async ({ open }) => {
    const front = await open(mkdtempSync(join(temporaryFolder(), 'attack-')), Infinity);
    try {
      const results = [];
      for (const attack of front.attacks.filter(({ quick }) => quick === true)) results.push(await attempt(attack));

      expect(results).not.toEqual([]);
      expect(results.filter(({ broken }) => broken !== undefined)).toEqual([]);
    } finally {
      await front.close();
    }
  },
);
