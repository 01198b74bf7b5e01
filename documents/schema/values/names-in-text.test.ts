import { describe, expect, test } from 'vitest';
import type { SimpleType } from '#xml/schema/model';
import { readSchema } from '#xml/schema/read';
import { prefixesIn, writtenText } from './names-in-text.ts';
import { prefixTableOf, type PrefixTable } from './prefix-table.ts';

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:d" targetNamespace="urn:d">
<xs:simpleType name="Z"><xs:restriction base="xs:QName"><xs:enumeration value="z"/></xs:restriction></xs:simpleType>
<xs:simpleType name="Number"><xs:union memberTypes="xs:int Z"/></xs:simpleType>
<xs:simpleType name="Text"><xs:union memberTypes="xs:token Z"/></xs:simpleType>
<xs:simpleType name="Numbers"><xs:list itemType="Number"/></xs:simpleType>
</xs:schema>`;

const model = readSchema(new Map([['s.xsd', Buffer.from(schema)]]), 's.xsd');
const prefixes = { '': 'urn:d' };

const typeOf = (name: string): SimpleType => {
  const type = model.types.get(`{urn:d}${name}`);
  if (type?.kind !== 'simple') throw new Error(`no simple type ${name}`);
  return type;
};

describe('a name that a schema fixes without a prefix', () => {
  test.each([
    ['Number', 'z', 'q:z'],
    ['Numbers', '3 z', '3 q:z'],
    ['Number', '3', '3'],
    ['Text', 'z', 'z'],
  ])('in %s: %s is written as %s', (name, text, written) => {
    const table = prefixTableOf(model);

    expect(writtenText(table, typeOf(name), { text, prefixes })).toBe(written);
    expect(prefixesIn(table, written)).toStrictEqual(written.includes('q:') ? { q: 'urn:d' } : {});
  });
});

/** The table of a schema without namespace that fixes these names, each with what its prefixes mean there. */
const fixing = (names: readonly (readonly [text: string, declared: string])[]): PrefixTable => {
  const attributes = names.map(
    ([text, declared], at) => `<xs:attribute name="a${String(at)}" ${declared} type="xs:QName" fixed="${text}"/>`,
  );
  const text = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${attributes.join('')}</xs:schema>`;
  return prefixTableOf(readSchema(new Map([['s.xsd', Buffer.from(text)]]), 's.xsd'));
};

describe('the prefixes of names in documents', () => {
  test('mean one namespace each where the schema gives one prefix two', () => {
    const table = fixing([
      ['p:z', 'xmlns:p="urn:1"'],
      ['p:z', 'xmlns:p="urn:2"'],
    ]);
    const written = ['urn:1', 'urn:2'].map((p) => writtenText(table, typeOf('Z'), { text: 'p:z', prefixes: { p } }));

    expect(written).toStrictEqual(['p:z', 'q:z']);
    expect(prefixesIn(table, written.join(' '))).toStrictEqual({ p: 'urn:1', q: 'urn:2' });
  });

  test.each([
    [
      'a default namespace gets one that is free',
      [
        ['q:x', 'xmlns:q="urn:q"'],
        ['y', 'xmlns="urn:d"'],
      ],
      'q1',
    ],
    ['or the one that it has as well', [['x', 'xmlns:d="urn:d" xmlns="urn:d"']], 'd'],
    [
      'unless that means something else',
      [
        ['d:y', 'xmlns:d="urn:o"'],
        ['x', 'xmlns="urn:d"'],
      ],
      'q',
    ],
  ] as const)('%s', (_, names, prefix) => {
    expect(fixing(names).prefixOf('urn:d')).toBe(prefix);
  });

  test('that no schema states have a namespace of their own', () => {
    expect(prefixesIn(prefixTableOf(model), 'free:x y')).toStrictEqual({ free: 'urn:example:free' });
  });
});
