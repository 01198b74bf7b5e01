import { expect, onTestFinished, test } from 'vitest';
import { readContract } from '#contract/reader';
import { copyOfShipped, shipped } from './folder-copy.ts';
import { inFull } from '../samples/in-full.ts';
import { swaps } from './swaps.ts';
import { requirementsFor, tryFolder } from './trial.ts';

const usual = requirementsFor(readContract(shipped));

/** Every third in `npm test`, the last among them. */
const some = inFull(
  swaps,
  swaps.filter((_, index) => (swaps.length - 1 - index) % 3 === 0),
);

test.each(some)(
  'with $name the mock takes what is generated, and no check is lost',
  async ({ edit, without = [], sender }) => {
    const copy = copyOfShipped();
    onTestFinished(copy.dispose);

    edit(copy);
    const { requirements, wrong } = await tryFolder(copy, { sender });

    expect(wrong).toEqual([]);
    expect(usual.filter((id) => !requirements.includes(id))).toEqual(without);
  },
);
