import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromSchema } from '../from-schema.ts';
import { readValidSchema } from '../read-valid.ts';
import { isBeyondMinimal } from './minimal.ts';

const schemaOf = (body: string): string => `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${body}</xs:schema>`;

const typed = (base: string, facets = ''): string =>
  schemaOf(
    `<xs:element name="r"><xs:simpleType><xs:restriction base="xs:${base}">${facets}</xs:restriction></xs:simpleType></xs:element>`,
  );

const facet = (kind: string, value: string): string => `<xs:${kind} value="${value}"/>`;

const textsOf = (schema: string, beyondMinimal?: boolean): readonly string[] => {
  const model = readValidSchema(new Map([['s.xsd', Buffer.from(schema)]]), 's.xsd');
  const trees = fromSchema(model, { namespace: '', name: 'r' }, { beyondMinimal });
  return fc
    .sample(trees, { seed: 1, numRuns: 200 })
    .map(({ children: [text] }) => (typeof text === 'string' ? text : ''));
};

const bounded: readonly (readonly [type: string, facets: string])[] = [
  ['integer', ''],
  ['decimal', ''],
  ['unsignedLong', ''],
  ['long', ''],
  ['negativeInteger', facet('maxInclusive', '-99999999999999999')],
  ['positiveInteger', facet('totalDigits', '30')],
  ['decimal', facet('fractionDigits', '30') + facet('minExclusive', '0')],
  ['decimal', facet('pattern', '[0-9]+\\.[0-9]{6,}')],
  ['integer', facet('pattern', '\\d{20}')],
  ['integer', facet('pattern', '[1-9]\\d{10,30}')],
];

test.each(bounded)('a number of %s with %s has 18 digits at most', (type, facets) => {
  const digits = textsOf(typed(type, facets)).map((text) => text.replace(/^[+-]?0*|\./g, '').length);

  expect(Math.max(...digits)).toBeLessThanOrEqual(18);
});

const dated: readonly (readonly [type: string, facets: string])[] = [
  ['date', ''],
  ['dateTime', ''],
  ['gYear', ''],
  ['gYearMonth', ''],
  ['time', ''],
  ['date', facet('minInclusive', '9990-01-01')],
  ['gYear', facet('maxInclusive', '0003')],
  ['dateTime', facet('maxExclusive', '0001-01-05T00:00:00Z')],
  ['dateTime', facet('pattern', '.*\\.\\d+.*')],
  ['time', facet('pattern', '\\d\\d:\\d\\d:\\d\\d\\.\\d+')],
  ['duration', facet('pattern', 'PT.*\\.\\d+S')],
];

test.each(dated)(
  'a moment of %s with %s is in a year of four digits and counts milliseconds at most',
  (type, facets) => {
    const texts = textsOf(typed(type, facets));

    expect(texts.filter((text) => /\d{5}-|^-?\d{5}|^-\d{4}|^0000|\.\d{4}/.test(text))).toEqual([]);
  },
);

describe('a value beyond', () => {
  test.each([
    ['dateTime', '0001-01-01T00:00:00+14:00', true],
    ['dateTime', '9999-12-31T23:30:00-01:00', true],
    ['dateTime', '9999-12-31T24:00:00', true],
    ['dateTime', '9999-12-31T23:59:59.999Z', false],
    ['integer', '-00000000000000000000000000001', false],
    ['decimal', '123456789.1234567890', true],
    ['double', '1234567890123456789012345', false],
  ])('a %s of %s: %s', (type, text, expected) => {
    expect(isBeyondMinimal(type, text)).toBe(expected);
  });

  test('is made when it is asked for', () => {
    expect(textsOf(typed('unsignedLong'), true)).toContain('18446744073709551615');
  });

  test.each([
    typed('integer', facet('minInclusive', '10000000000000000000')),
    typed('gYear', facet('maxExclusive', '0001')),
    schemaOf('<xs:element name="r" type="xs:decimal" fixed="0.1234567890123456789"/>'),
    schemaOf(
      '<xs:element name="r"><xs:complexType><xs:attribute name="a" type="xs:time" fixed="00:00:00.0001" use="required"/></xs:complexType></xs:element>',
    ),
  ])('that nothing but it is allowed in %s says how it is asked for', (schema) => {
    expect(() => textsOf(schema)).toThrow('--beyond-minimal');
    expect(textsOf(schema, true)).toHaveLength(200);
  });
});
