import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSchema } from '#xml/schema/read';
import { serialize } from '#xml/serialize';
import { element, elementsOf, textOf } from '#xml/tree';
import { createViolators } from '../violator.ts';

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="a"><xs:complexType><xs:sequence>
    <xs:element name="soort"><xs:simpleType>
      <xs:annotation><xs:appinfo><former value="Wymbritseradiel"/><x><former value="Boarnsterhim"/></x></xs:appinfo></xs:annotation>
      <xs:restriction base="xs:string">
      <xs:enumeration value="Súdwest-Fryslân"/><xs:enumeration value="Bergen (NH)"/>
    </xs:restriction></xs:simpleType></xs:element>
    <xs:element name="code"><xs:simpleType><xs:restriction base="xs:string">
      <xs:pattern value="[1-9][0-9]{3}[A-Z]{2}"/>
    </xs:restriction></xs:simpleType></xs:element>
    <xs:element name="woord"><xs:simpleType><xs:restriction base="xs:token">
      <xs:enumeration value="ja"/><xs:enumeration value="nee"/>
    </xs:restriction></xs:simpleType></xs:element>
    <xs:element name="naam"><xs:simpleType><xs:restriction base="xs:string">
      <xs:minLength value="3"/><xs:maxLength value="5"/>
    </xs:restriction></xs:simpleType></xs:element>
    <xs:element name="maat"><xs:simpleType><xs:restriction base="xs:decimal">
      <xs:minExclusive value="0"/><xs:maxInclusive value="99.5"/><xs:fractionDigits value="2"/>
    </xs:restriction></xs:simpleType></xs:element>
    <xs:element name="aantal"><xs:simpleType><xs:restriction base="xs:positiveInteger">
      <xs:maxInclusive value="10"/>
    </xs:restriction></xs:simpleType></xs:element>
    <xs:element name="dag"><xs:simpleType><xs:restriction base="xs:date">
      <xs:minInclusive value="2024-03-01"/><xs:maxInclusive value="2026-12-31"/>
    </xs:restriction></xs:simpleType></xs:element>
    <xs:element name="geboren" type="xs:date"/>
    <xs:element name="punt"><xs:simpleType><xs:restriction base="xs:string">
      <xs:pattern value="POINT\\([0-9]+\\.[0-9]+ [0-9]+\\.[0-9]+\\)"/>
    </xs:restriction></xs:simpleType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;

const texts = {
  soort: 'Súdwest-Fryslân',
  code: '4401BT',
  woord: 'ja',
  naam: 'abcd',
  maat: '12.5',
  aantal: '7',
  dag: '2025-06-30',
  geboren: '2025-06-30',
  punt: 'POINT(1.5 2.25)',
};
const tree = element(
  '',
  'a',
  Object.entries(texts).map(([name, text]) => element('', name, [text])),
);
const violators = createViolators(readSchema(new Map([['a.xsd', Buffer.from(schema)]]), 'a.xsd'), {
  namespace: '',
  name: 'a',
});

/** All that one way makes of the text of an element. */
const missed = (name: keyof typeof texts, kind: string, way: string): readonly string[] => {
  const edits = violators.of(`a.xsd#a/${name}/${kind}`)?.edit(tree, way);
  if (edits === undefined) return [];
  const at = Object.keys(texts).indexOf(name);
  return [
    ...new Set(fc.sample(edits, { seed: 1, numRuns: 60 }).map((one) => textOf(elementsOf(one.tree)[at] ?? tree))),
  ].sort();
};

describe('a near miss is made from the value that stands there', () => {
  test.each([
    [
      'soort',
      'enumeration',
      'other-case',
      ['SÚDWEST-FRYSLÂN', 'Súdwest-FryslâN', 'súdwest-Fryslân', 'súdwest-fryslân'],
    ],
    ['soort', 'enumeration', 'space-after', ['Súdwest-Fryslân ']],
    ['soort', 'enumeration', 'stop-after', ['Súdwest-Fryslân.']],
    ['soort', 'enumeration', 'no-break-space-after', ['Súdwest-Fryslân\u00a0']],
    ['soort', 'enumeration', 'unseen-after', ['Súdwest-Fryslân\u200b']],
    ['soort', 'enumeration', 'former-value', ['Boarnsterhim', 'Wymbritseradiel']],
    ['soort', 'enumeration', 'space-inside', ['Súdwest -Fryslân', 'Súdwest Fryslân']],
    ['code', 'pattern', 'space-inside', ['4401 BT', '440 1BT']],
    ['code', 'pattern', 'line-break-after', ['4401BT\n']],
    ['code', 'pattern', 'other-digit', ['٤401BT', '４401BT']],
    ['naam', 'minLength', 'one-under', ['ab']],
    ['naam', 'maxLength', 'one-over', ['abcddd', 'abcdxx']],
    ['naam', 'maxLength', 'one-over-by-a-space', ['abcdd ', 'abcdx ']],
    ['maat', 'minExclusive', 'one-beyond', ['0']],
    ['maat', 'maxInclusive', 'one-beyond', ['99.6']],
    ['maat', 'maxInclusive', 'just-beyond', ['99.51']],
    ['maat', 'fractionDigits', 'one-decimal-more', ['12.501']],
    ['aantal', 'maxInclusive', 'one-beyond', ['11']],
    ['geboren', 'type', 'not-a-day', ['2025-02-29', '2025-02-30', '2025-04-31']],
    ['geboren', 'type', 'day-counted-on', ['2025-05-61']],
    ['geboren', 'type', 'month-counted-on', ['2024-18-30']],
    ['geboren', 'type', 'time-in-utc-added', ['2025-06-30T00:00:00Z']],
    ['geboren', 'type', 'no-leap-day', ['1900-02-29']],
    ['geboren', 'type', 'other-digit', ['\u0662025-06-30', '\uff12025-06-30']],
    ['geboren', 'type', 'not-in-a-month', ['2025-06-00', '2025-06-32']],
    ['geboren', 'type', 'not-a-month', ['2025-00-30', '2025-13-30']],
    ['punt', 'pattern', 'decimal-comma', ['POINT(1,5 2,25)']],
    ['dag', 'minInclusive', 'one-beyond', ['2024-02-29']],
    ['dag', 'maxInclusive', 'one-beyond', ['2027-01-01']],
  ] as const)('%s/%s, %s', (...[name, kind, way, expected]) => {
    expect(missed(name, kind, way)).toEqual([...expected].sort());
  });
});

test.each(['space-before', 'space-after'])('white space that the type collapses is no violation: %s', (way) => {
  expect(missed('woord', 'enumeration', way)).toEqual([]);
  expect(violators.of('a.xsd#a/woord/enumeration')?.ways()).not.toContain(way);
});

test('what has a text is emptied and said to be nil where nothing may be', () => {
  const edits = violators.of('a.xsd#a/naam/attributes')?.edit(tree, 'nil-and-empty');
  const [edited] = fc.sample(edits ?? fc.constant(undefined), { seed: 1, numRuns: 1 });

  expect(edited?.implied).toEqual(['a.xsd#a/naam/minLength']);
  expect(serialize(elementsOf(edited?.tree ?? tree)[3] ?? tree)).toMatch(/^<naam [^>]*:nil="true"\/>$/);
  expect(violators.of('a.xsd#a/naam/attributes')?.ways()).toEqual(['nil-and-empty', 'any']);
  expect(violators.of('a.xsd#a/attributes')?.ways()).toEqual(['any']);
});

test('the ways that values of a type allow are named, the nearest first, and then any other', () => {
  const waysOf = (id: string) => violators.of(`a.xsd#a/${id}`)?.ways();

  expect(waysOf('aantal/maxInclusive')).toEqual(['one-beyond', 'any']);
  expect(waysOf('naam/minLength')).toEqual(['one-under', 'emptied', 'any']);
  expect(violators.of('a.xsd#a/content')?.ways()).toEqual(['any']);
});
