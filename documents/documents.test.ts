import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileSchema } from '#xml/validator';
import { EngineBug } from './document-error.ts';
import { first } from './draws.ts';
import { rewritings, variantsOf } from './variants.ts';
import { orders, orderSchema } from '../test/samples/order-schema.ts';
import { createSubject } from './subject.ts';
import { treesOf, validDocuments } from './valid-documents.ts';
import { searchViolations, violatorsFor } from './violations.ts';

const order = { namespace: 'urn:o', name: 'order' };
const seed = 1;

const root = { namespace: '', name: 'r' };

const named = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => each(index)).join('');

/** With usual documents of some 300 elements. */
const large = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType><xs:sequence>
<xs:element name="rij" type="xs:byte" minOccurs="0" maxOccurs="9"/>
${named(50, (type) => `<xs:element name="t${String(type)}" minOccurs="0"><xs:complexType><xs:sequence>${named(20, (one) => `<xs:element name="e${String(one)}" type="xs:int" minOccurs="0"/>`)}</xs:sequence></xs:complexType></xs:element>`)}
</xs:sequence></xs:complexType><xs:unique name="rij-uniek"><xs:selector xpath="rij"/><xs:field xpath="."/></xs:unique></xs:element></xs:schema>`;

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

  test('come from small documents of a large schema, and from large ones where small ones give no occasion', () => {
    const subject = createSubject({ files: new Map([['large.xsd', Buffer.from(large)]]), entry: 'large.xsd' });
    const violators = violatorsFor(subject, root);
    const sizeOf = (name: string): number | undefined => {
      const violator = violators.of(violators.constraints.find(({ id }) => id.endsWith(name))?.id ?? '');
      const search = violator && searchViolations(subject, root, { violator, wanted: 1, seed });
      return search?.found[0]?.value.bytes.length;
    };

    expect(sizeOf('r/t1/e3/content')).toBeLessThan(3000);
    expect(sizeOf('rij-uniek/unique')).toBeGreaterThan(3000);
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
