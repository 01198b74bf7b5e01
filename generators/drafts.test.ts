import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ContractError } from '#contract/folder/contract-error';
import { readContract } from '#contract/reader';
import { validDelivery } from './delivery.ts';
import { generationOf } from '../test/samples/generation.ts';

const caught = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

test('a rule that chance does not keep without its code is told with the flag that left the code out', () => {
  const post = readContract(resolve(import.meta.dirname, '../test/contracts/post'));
  const rules = post.rules.map((rule) => ({ ...rule, test: 'false()' }));
  const contract = { ...post, rules, faces: '/elsewhere/rules.mjs' };
  const generation = generationOf(contract, { rules: () => ({}), shape: () => ({}) });

  const drawing = () => fc.sample(validDelivery(generation, 'zending'), { seed: 1, numRuns: 1 });
  const errors = [caught(drawing), caught(drawing)];

  expect(String(errors[0])).toMatch(
    /^ContractError: regels\.sch:7: no zending of 200 .* keeps rule spoed-is-brief; without rules\.mjs \(--no-rules\) chance alone .* leave --no-rules out/,
  );
  expect(String(errors[1])).toBe(String(errors[0]));
  expect(errors[0] instanceof ContractError ? errors[0].text?.nl : '').toMatch(
    /^regels\.sch:7: van 200 gemaakte .* voldoet er geen aan regel spoed-is-brief; zonder rules\.mjs /,
  );
});
