import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileSchema } from '#xml/validator';
import { EngineBug } from './document-error.ts';
import { first } from './draws.ts';
import { rewritings, variantsOf } from './variants.ts';
import { orders, orderSchema } from '../test/samples/order-schema.ts';
import { treesOf, validDocuments } from './valid-documents.ts';
import { searchViolations, violatorsFor } from './violations.ts';

const order = { namespace: 'urn:o', name: 'order' };
const seed = 1;

/** An instance of the validator that shares nothing with the one under test. */
const isValid = (bytes: Uint8Array): boolean => {
  const validator = compileSchema(new Map([['order.xsd', Buffer.from(orderSchema)]]), 'order.xsd');
  const messages = validator.validate(bytes);
  validator.dispose();
  return messages.length === 0;
};

describe('valid documents', () => {
  test('keep the schema, and are drawn again by seed and path', () => {
    const subject = orders();
    const some = [...first(validDocuments(subject, order, { seed }), 40)];

    expect(some.filter(({ value }) => !isValid(value.bytes))).toEqual([]);
    const again = some.map(
      (one) => fc.sample(treesOf(subject, order), { seed: one.seed, path: one.path, numRuns: 1 })[0],
    );
    expect(again).toEqual(some.map(({ value }) => value.tree));
  });

  test('that libxml2 disputes are a bug of ours, unless it is known to be wrong', () => {
    const saying = (message: string) => ({
      ...orders(),
      judge: {
        refusal: undefined,
        dispose: () => undefined,
        judge: () => ({
          verdict: 'invalid' as const,
          messages: [{ message, line: 1, file: undefined, xpath: undefined }],
        }),
      },
    });
    const firstSaying = (message: string): unknown =>
      [...first(validDocuments(saying(message), order, { seed }), 1)][0];

    expect(() => firstSaying('This element is not expected.')).toThrow(EngineBug);
    expect(firstSaying("Element 'x': No precomputed value available")).toMatchObject({
      value: { unjudged: expect.stringContaining('it has no value for an empty list') as string },
    });
  });
});

describe('violations', () => {
  test('of each constraint are invalid, and their parents valid', () => {
    const subject = orders();
    const violators = violatorsFor(subject, order);
    const searches = violators.constraints.map(({ id }) => {
      const violator = violators.of(id);
      return { id, search: violator && searchViolations(subject, order, { violator, wanted: 2, seed }) };
    });

    expect(searches.filter(({ search }) => search?.found.length !== 2).map(({ id }) => id)).toEqual([]);
    const found = searches.flatMap(({ search }) => search?.found ?? []);
    expect(found.filter(({ value }) => isValid(value.bytes))).toEqual([]);
  });

  test('that nobody can confirm are not kept, and say why', () => {
    const subject = orders();
    const refusing = { ...subject, judge: { ...subject.judge, refusal: 'libxml2 does not take the schema: no' } };
    const violators = violatorsFor(subject, order);
    const violator = violators.of('order.xsd#root');

    expect(violator && searchViolations(refusing, order, { violator, wanted: 1, seed })).toEqual({
      found: [],
      reason: 'no violation can be confirmed: libxml2 does not take the schema: no',
    });
  });
});

describe('variants', () => {
  test.each(rewritings)('with %s are valid', (kind) => {
    const some = fc.sample(variantsOf(orders(), order, kind), { seed, numRuns: 20 });

    expect(some.filter((one) => one === undefined || !isValid(one.bytes))).toEqual([]);
  });
});
