import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromSchema } from '../from-schema.ts';
import { readValidSchema } from '../read-valid.ts';
import { isBeyondMinimal } from './minimal.ts';
import type { XmlElement } from '#xml/tree';

/** Values of built-in types, as various as their lexical spaces are. */
const known: Readonly<Record<string, readonly string[]>> = {
  string: ['Hello, wereld!', 'a\tb', '', '- [x] {y} (z)?', ' spaces '],
  normalizedString: ['a  b ', 'x'],
  token: ['a b c', '^$'],
  language: ['nl', 'en-GB', 'zh-Hant-TW', 'i-klingon'],
  NMTOKEN: ['-a.1', ':x', '0'],
  Name: [':a-b', '_x.1'],
  NCName: ['a.b-c', '_'],
  anyURI: ['urn:nl:a:b', 'http://a.example:8080/b/c;d?e=f&g#h', 'mailto:a@b.example', '../x/y:z', '', '#', 'a%20b'],
  boolean: ['true', '0'],
  decimal: ['-0.00', '+12.50', '.5', '5.', '1234567890123456789012345.678', '0'],
  integer: ['-0', '+007', '98765432109876543210'],
  nonPositiveInteger: ['-5', '0', '-000'],
  unsignedByte: ['255', '+0', '0000017'],
  long: ['-9223372036854775808'],
  float: ['1E5', '-INF', 'NaN', '1.5e-7', '-0', '.5e3', '1E0005'],
  double: ['INF', '12345.678E-12', '1.7976931348623157E308', '+1'],
  duration: ['P1Y2M3DT4H5M6.789S', '-P0D', 'PT1H', 'P14M', 'P400D'],
  dateTime: [
    '2020-02-29T24:00:00Z',
    '-0044-03-15T00:00:00+14:00',
    '9999-12-31T23:59:59.999999-14:00',
    '12020-01-01T00:00:00',
  ],
  time: ['00:00:00', '24:00:00', '23:59:59.5+01:30'],
  date: ['2000-02-29', '-0001-01-01Z', '1999-12-31-11:00'],
  gYearMonth: ['2020-02', '-0753-04'],
  gYear: ['9999Z', '12345', '-0001'],
  gMonthDay: ['--02-29', '--12-31+05:30'],
  gDay: ['---31Z', '---01'],
  gMonth: ['--12', '--02-14:00'],
  hexBinary: ['DEADbeef', ''],
  base64Binary: ['SGVsbG8=', 'QQ==', 'AB CD EFGH', ''],
  QName: ['a:b', 'b'],
};

const values = Object.entries(known).flatMap(([type, texts]) => texts.map((text) => [type, text] as const));

const escaped = (char: string): string =>
  /[\\|.?*+(){}[\]^$-]/.test(char) && char !== '$'
    ? `\\${char}`
    : (({ '\t': '\\t' } as Record<string, string>)[char] ?? char);

/** Classes of characters that a character is in. */
const classesOf = (char: string): readonly string[] => {
  if (/[0-9]/.test(char)) return ['\\d', '[0-9]', '[^a-z]', `[${char}-9]`, '\\c', '[0-9-[a-f]]', '.'];
  if (/[a-zA-Z]/.test(char)) return ['\\w', '[a-zA-Z]', '\\i', '\\p{L}', '\\S', `[^0-9]`, '.'];
  if (/\s/.test(char)) return ['\\s', `[${char}]`, '\\W'];
  return ['.', '\\S', '[^a-z0-9]', `[${escaped(char)}]`, '\\D'];
};

const counts = ['', '', '', '', '+', '{1}', '{1,2}', '{0,3}', '?', '*'];

/** A pattern that a text keeps. */
const patternFor = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...[...text].map((char) =>
        fc.tuple(fc.constantFrom(escaped(char), ...classesOf(char)), fc.constantFrom(...counts)),
      ),
    )
    .chain((atoms) =>
      fc
        .tuple(fc.nat({ max: atoms.length }), fc.nat({ max: atoms.length }), fc.constantFrom('(', '(zz|', '(a*|'))
        .map(([one, other, open]) => {
          const parts = atoms.map((atom) => atom.join(''));
          const [from, to] = [Math.min(one, other), Math.max(one, other)];
          return `${parts.slice(0, from).join('')}${open}${parts.slice(from, to).join('')})${parts.slice(to).join('')}`;
        }),
    );

const ordered = /^(?:decimal|integer|non|unsigned|long|float|double|duration|date|time|g)/;
const counted = /^(?:string|normalizedString|token|language|NMTOKEN|N|anyURI)/;

/** Other facets that a text keeps. */
const facetsFor = (type: string, text: string): fc.Arbitrary<string> => {
  const facet = (kind: string, value: string): string => `<xs:${kind} value="${attribute(value)}"/>`;
  const length = String([...text].length);
  if (counted.test(type))
    return fc.constantFrom('', facet('length', length), facet('minLength', length), facet('maxLength', length));
  if (ordered.test(type) && text !== 'NaN')
    return fc.constantFrom(
      '',
      facet('minInclusive', text),
      facet('maxInclusive', text),
      facet('minInclusive', text) + facet('maxInclusive', text),
    );
  return fc.constant('');
};

const attribute = (text: string): string => text.replace(/[&<"\t]/g, (char) => `&#${String(char.charCodeAt(0))};`);

const restricted = fc
  .constantFrom(...values)
  .chain(([type, text]) =>
    fc.tuple(patternFor(text), facetsFor(type, text)).map(([pattern, facets]) => ({ type, text, pattern, facets })),
  );

const valuesOf = ({
  type,
  text,
  pattern,
  facets,
}: {
  readonly type: string;
  readonly text: string;
  readonly pattern: string;
  readonly facets: string;
}): readonly string[] => {
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:simpleType><xs:restriction base="xs:${type}"><xs:pattern value="${attribute(pattern)}"/>${facets}</xs:restriction></xs:simpleType></xs:element></xs:schema>`;
  const model = readValidSchema(new Map([['s.xsd', Buffer.from(schema)]]), 's.xsd');
  const trees = fromSchema(model, { namespace: '', name: 'r' }, { beyondMinimal: isBeyondMinimal(type, text) });
  return fc.sample(trees, { seed: 1, numRuns: 3 }).map(textOf);
};

const textOf = ({ children }: XmlElement): string => children.filter((child) => typeof child === 'string').join('');

describe('a type that has a value', () => {
  test('is found one, whatever its pattern', () => {
    fc.assert(
      fc.property(restricted, (one) => {
        expect(valuesOf(one)).toHaveLength(3);
      }),
      { seed: 1, numRuns: 400 },
    );
  });
});
