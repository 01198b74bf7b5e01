import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { compareOpinions } from './compare-opinions.ts';
import { envelope, sampleMessage } from '../test/samples/delivery.ts';

const contract = readContract(resolve(import.meta.dirname, '../contract/2020-01'));

test('messages and what they carry are judged by two validators, which agree', async () => {
  const examples = contract.documentTypes.map(({ example }) => contract.files.get(example) ?? new Uint8Array());
  const messages = [
    ...examples,
    sampleMessage({ titel: 'x'.repeat(256) }),
    envelope('<x xmlns="urn:a"/>'),
    Buffer.from('<x'),
  ];

  const { documents, valid, differing } = await compareOpinions(contract, messages);

  expect(differing).toEqual([]);
  expect(documents).toBeGreaterThan(2 * examples.length);
  expect(documents - valid).toBeGreaterThan(0);
});

test('a document over which they differ is told with its place', async () => {
  const messages = [sampleMessage(), sampleMessage({ titel: 'x'.repeat(256) })];

  const { differing } = await compareOpinions(contract, messages, {
    validate: (documents) => Promise.resolve(documents.map(() => ({ verdict: 'valid', messages: [] }))),
  });

  expect(differing).toMatchObject([{ message: 1, part: 'message' }]);
});
