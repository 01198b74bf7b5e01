import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { validDelivery } from './delivery.ts';
import { generationOf } from '../test/samples/generation.ts';

test('a rule that chance does not keep without its code is told with the flag that left the code out', () => {
  const post = readContract(resolve(import.meta.dirname, '../test/contracts/post'));
  const rules = post.rules.map((rule) => ({ ...rule, test: 'false()' }));
  const contract = { ...post, rules, faces: '/elsewhere/rules.mjs' };
  const generation = generationOf(contract, { rules: () => ({}), shape: () => ({}) });

  expect(() => fc.sample(validDelivery(generation, 'zending'), { seed: 1, numRuns: 1 })).toThrow(
    /^regels\.sch:7: no zending of 200 .* keeps rule spoed-is-brief; without rules\.mjs \(--no-rules\) chance alone .* leave --no-rules out/,
  );
});
