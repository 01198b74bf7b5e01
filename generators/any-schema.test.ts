import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromSchema, readSchemaBytes, variantsOf, violationsOf } from './any-schema.ts';
import { orderSchema } from '../test/samples/order-schema.ts';
import { orderRules } from '../test/samples/order-rules.ts';

const read = (text = orderSchema) => readSchemaBytes(new Map([['order.xsd', Buffer.from(text)]]), 'order.xsd');
const schema = read();
const options = { seed: 1, numRuns: 50 };
const choice = { root: 'order' };

describe('a schema in one’s own tests', () => {
  test('gives valid documents as trees and as bytes', () => {
    const { trees, bytes } = fromSchema(schema, choice);

    expect(fc.sample(trees, options).map(({ name }) => name)).toEqual(Array(50).fill('order'));
    expect(new Set(fc.sample(bytes, options).map((one) => schema.judge(one).verdict))).toEqual(new Set(['valid']));
  });

  test('gives documents that keep rules', () => {
    const rules = { name: 'rules.sch', bytes: Buffer.from(orderRules) };
    const { bytes } = fromSchema(schema, { ...choice, rules });

    const lines = fc.sample(bytes, options).map((one) => Buffer.from(one).toString().split('<n1:line>').length - 1);

    expect(Math.max(...lines)).toBe(2);
  });

  test('gives violations of each constraint, that stay violations while they shrink', () => {
    const all = violationsOf(schema, choice);
    const isWrong = ({ bytes }: { readonly bytes: Uint8Array }): boolean => schema.judge(bytes).verdict !== 'invalid';
    const smallest = all.map(({ violations }) => {
      const seen: boolean[] = [];
      fc.check(
        fc.property(violations, (one) => {
          seen.push(isWrong(one));
          return false;
        }),
        { seed: 1, numRuns: 1 },
      );
      return seen;
    });

    expect(all.length).toBeGreaterThan(20);
    expect(smallest.flat().includes(true)).toBe(false);
  });

  test('lists the identity constraints that a violation breaks as well', () => {
    const keyed = read(
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType><xs:sequence><xs:element name="k"><xs:complexType><xs:attribute name="id" use="required"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="3"/></xs:restriction></xs:simpleType></xs:attribute></xs:complexType></xs:element><xs:element name="f" type="xs:string"/></xs:sequence></xs:complexType><xs:key name="key"><xs:selector xpath="k"/><xs:field xpath="@id"/></xs:key><xs:keyref name="ref" refer="key"><xs:selector xpath="f"/><xs:field xpath="."/></xs:keyref></xs:element></xs:schema>',
    );
    const found = violationsOf(keyed, { root: 'r' }).filter(({ constraint }) => constraint.kind === 'use');
    const [first] = found.flatMap(({ violations }) => fc.sample(violations, { seed: 1, numRuns: 1 }));

    expect(first).toMatchObject({ edited: '/r/k/@id', implied: ['order.xsd#r/key/key', 'order.xsd#r/ref/keyref'] });
  });

  test('says why a constraint is never broken', () => {
    const never = read(
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="xs:IDREF" minOccurs="0"/><xs:element name="b" type="xs:ID"/></xs:sequence></xs:complexType></xs:element></xs:schema>',
    );
    const found = violationsOf(never, { root: 'r' }).find(({ constraint }) => constraint.kind === 'idref');

    expect(() => found && fc.sample(found.violations, { seed: 1, numRuns: 1 })).toThrow(
      /order\.xsd#idref was not broken: libxml2 finds what was tried valid .*IDREF/,
    );
  });

  test('gives variants', () => {
    const kinds = variantsOf(schema, choice).map(({ kind, variants }) => [
      kind,
      fc.sample(variants, { seed: 1, numRuns: 3 }).every(({ bytes }) => schema.judge(bytes).verdict === 'valid'),
    ]);

    expect(kinds).toContainEqual(['utf-16-little-endian', true]);
    expect(kinds.filter(([, isValid]) => isValid !== true)).toEqual([]);
  });

  test('says when no document can be written so', () => {
    const mixed = read(
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType mixed="true"/></xs:element></xs:schema>',
    );
    const spaced = variantsOf(mixed, { root: 'r' }).find(({ kind }) => kind === 'white-space');

    expect(() => spaced && fc.sample(spaced.variants, { seed: 1, numRuns: 1 })).toThrow(
      'no document that was made keeps its meaning when it is written with white-space',
    );
  });

  test('names the root that was meant', () => {
    expect(() => fromSchema(schema, { root: 'ordre' })).toThrow('is no global element, did you mean "order"?');
  });
});
