import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validDelivery } from '#generators/delivery';
import { variant, variantKinds } from '#generators/variant';
import { deliveredIn } from '#judgement/delivered';
import { createOracle } from '#judgement/oracle';
import { generationForTests } from '../../test/samples/generation.ts';
import { numbersIn, redated, renumbered } from './rewritten.ts';

const generation = await generationForTests();
const { contract } = generation;
const oracle = createOracle(contract);
const [old, next] = ['000120000003', '000990000001'];
const context = { today: '2026-11-24', oin: undefined, mandates: undefined };
const again = (message: Uint8Array, run = 'nacht') =>
  renumbered(message, 'proef', (number) => `3PASTEST-${run}-${number === old ? next : '?'}`);

describe('a delivery under another number', () => {
  test.each(contract.documentTypes.map(({ name }) => name))('of %s is valid and another one', (name) => {
    for (const one of fc.sample(validDelivery(generation, name), { seed: 4, numRuns: 1 })) {
      const message = one.message(old);
      const changed = again(message);

      expect(numbersIn(message, 'proef')).toEqual([old]);
      expect(numbersIn(changed, 'proef')).toEqual([]);
      expect(oracle.judge(changed, context).verdict).toBe('valid');
      expect(deliveredIn(contract, changed)?.notice).not.toBe(deliveredIn(contract, message)?.notice);
    }
  });

  test.each(variantKinds)('in the way of %s is that way still, and the same bytes again under its own', (kind) => {
    for (const one of fc.sample(variant(generation, 'Melding', kind), { seed: 5, numRuns: 2 })) {
      const message = one.message(old);
      const changed = again(message);

      expect(oracle.judge(changed, context).verdict).toBe('valid');
      expect(deliveredIn(contract, changed)?.notice).not.toBe(deliveredIn(contract, message)?.notice);
      expect(Buffer.from(renumbered(changed, 'nacht', () => `3PASTEST-proef-${old}`))).toEqual(Buffer.from(message));
    }
  });
});

describe('the dates of a message', () => {
  const inXml = (day: string) => Buffer.from(`<a b="${day}"><c> ${day}</c><d>${day}T10:00:00Z</d><e>op ${day}</e></a>`);

  test('move where a date is all there is', () => {
    expect(Buffer.from(redated(inXml('2028-02-28'), 2)).toString()).toBe(
      '<a b="2028-03-01"><c> 2028-03-01</c><d>2028-03-01T10:00:00Z</d><e>op 2028-02-28</e></a>',
    );
  });

  test('stay where they are no days', () => {
    expect(Buffer.from(redated(inXml('2027-02-29'), 2))).toEqual(inXml('2027-02-29'));
  });

  test('move in UTF-16 too', () => {
    const wide = Buffer.from(`\uFEFF${inXml('2026-12-31').toString()}`, 'utf16le');
    expect(Buffer.from(redated(wide, 1)).toString('utf16le')).toContain('b="2027-01-01"');
  });
});
