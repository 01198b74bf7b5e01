import { expect, test } from 'vitest';
import { isEvent } from './event-shape.ts';

test('an event of thousands of document types is none: each of them is work for whoever decides', () => {
  const types = (count: number) => ({
    type: 'types',
    types: Array.from({ length: count }, () => ({ messages: 0, accepted: 0, judgements: {} })),
  });
  const shown = (count: number) => ({
    ...{ type: 'shown', vendor: '', product: '', productVersion: '' },
    items: Array.from({ length: count }, () => ({ kind: 'delivery', isDone: true })),
  });

  expect([types(2000), shown(2000), types(2001), shown(2001)].map(isEvent)).toEqual([true, true, false, false]);
});
