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

test.each(['ISO-8859-1', 'utf-16', 'windows-1252', 'UTF-8'])(
  'a message in UTF-8 that declares %s is read as UTF-8 by both',
  async (encoding) => {
    // As many characters as fit, which are twice as many bytes.
    const text = Buffer.from(sampleMessage({ titel: 'é'.repeat(255) })).toString();
    const message = Buffer.from(`<?xml version="1.0" encoding="${encoding}"?>${text.replace(/^<\?xml[^>]*>/, '')}`);

    const { documents, valid, differing } = await compareOpinions(contract, [message]);

    expect({ valid, differing }).toEqual({ valid: documents, differing: [] });
    expect(documents).toBe(2);
  },
);

test('a document over which they differ is told with its place', async () => {
  const messages = [sampleMessage(), sampleMessage({ titel: 'x'.repeat(256) })];

  const { differing } = await compareOpinions(contract, messages, {
    validate: (documents) => Promise.resolve(documents.map(() => ({ verdict: 'valid', messages: [] }))),
  });

  expect(differing).toMatchObject([{ message: 1, part: 'message' }]);
});
