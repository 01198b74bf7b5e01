import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gatherBytes } from './gathered-bytes.ts';

test('pieces of any size come out as one', () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 9000 }), { maxLength: 12 });
  const property = fc.property(pieces, (all) => {
    const gathered = gatherBytes();
    for (const one of all) gathered.add(one);

    expect(gathered.whole()).toEqual(Buffer.concat(all));
    expect(gathered.length()).toBe(gathered.whole().length);
  });

  fc.assert(property, { seed: 20261129, numRuns: 200 });
});

test('what was taken out does not change with what comes in later', () => {
  const gathered = gatherBytes();
  gathered.add(Buffer.from('a'));

  const early = gathered.whole();
  gathered.add(Buffer.from('b'));

  expect(Buffer.from(early).toString()).toBe('a');
});
