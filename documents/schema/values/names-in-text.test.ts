import { describe, expect, test } from 'vitest';
import type { SimpleType } from '#xml/schema/model';
import { readSchema } from '#xml/schema/read';
import { prefixesOfFixed, writtenText } from './names-in-text.ts';

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:d" targetNamespace="urn:d">
<xs:simpleType name="Z"><xs:restriction base="xs:QName"><xs:enumeration value="z"/></xs:restriction></xs:simpleType>
<xs:simpleType name="Number"><xs:union memberTypes="xs:int Z"/></xs:simpleType>
<xs:simpleType name="Text"><xs:union memberTypes="xs:token Z"/></xs:simpleType>
<xs:simpleType name="Numbers"><xs:list itemType="Number"/></xs:simpleType></xs:schema>`;

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
    const type = typeOf(name);

    expect(writtenText(type, { text, prefixes })).toBe(written);
    expect(prefixesOfFixed(type, { text, prefixes })).toStrictEqual(written.includes('q:') ? { q: 'urn:d' } : {});
  });
});
