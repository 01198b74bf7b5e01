import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../run/three-pas.ts';
import { inFull } from '../samples/in-full.ts';
import { attempt } from './attempt.ts';
import { topics } from './topics.ts';

/** Every second of the quick ones, but for the proof. */
const step = inFull(1, 2);

test.each(topics.filter(({ isSliced }) => isSliced))(
  'the product holds against a slice of $topic',
  async ({ open }) => {
    const front = await open(mkdtempSync(join(temporaryFolder(), 'attack-')), Infinity);
    try {
      const results = [];
      const quick = front.attacks.filter((attack) => attack.quick === true);
      for (const attack of quick.filter((_, index) => index % step === 0)) results.push(await attempt(attack));

      expect(results).not.toEqual([]);
      expect(results.filter(({ broken }) => broken !== undefined)).toEqual([]);
    } finally {
      await front.close();
    }
  },
);
