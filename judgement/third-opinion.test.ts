import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { thirdOpinion } from './third-opinion.ts';
import { envelope, sampleMessage } from '../test/samples/delivery.ts';

const contract = readContract('contract/2020-01');

test('whole messages are validated as they are, requests of either kind', async () => {
  const alive = (inner: string): Uint8Array =>
    envelope(`<IsAlive xmlns="http://schemas.koopwrp.nl/2020/01/drp/api/">${inner}</IsAlive>`);
  const examples = contract.documentTypes.map(({ example }) => contract.files.get(example) ?? new Uint8Array());
  const results = await thirdOpinion(contract, [
    ...examples,
    sampleMessage(),
    sampleMessage({ titel: 'x'.repeat(256) }),
    alive(''),
    alive('<x/>'),
    envelope('<x xmlns="urn:a"/>'),
    Buffer.from('<x'),
  ]);

  expect(results.map(({ verdict }) => verdict)).toEqual([
    ...examples.map(() => 'valid'),
    ...['valid', 'invalid', 'valid', 'invalid', 'invalid', 'not-well-formed'],
  ]);
});
