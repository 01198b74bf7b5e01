import { expect, test } from 'vitest';
import { createPrefixes } from './prefixes.ts';

test('a prefix is the last word of its namespace, and no other has it', () => {
  const { of } = createPrefixes({});

  expect([of('urn:drop:levering'), of('urn:ander:levering')]).toEqual(['levering', 'levering2']);
});

test.each(['urn:drop:xml', 'urn:drop:XML', 'urn:drop:xmlns', 'urn:drop:XmlSchema'])(
  'no prefix of %s is kept for XML itself',
  (namespace) => {
    expect(createPrefixes({}).of(namespace)).toBe('drop');
  },
);

test('a namespace of such words alone is called ns', () => {
  expect(createPrefixes({}).of('xml:xmlns')).toBe('ns');
});
