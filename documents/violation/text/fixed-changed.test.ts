import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromSchema } from '../../schema/from-schema.ts';
import { readSchema } from '#xml/schema/read';
import { createViolators } from '../violator.ts';

const root = { namespace: 'urn:d', name: 'r' };

/** What stands in place of the name z of the default namespace, which is fixed, in a type that takes these names. */
const written = (...names: readonly string[]): readonly string[] => {
  const listed = names.map((name) => `<xs:enumeration value="${name}"/>`).join('');
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:d" targetNamespace="urn:d"><xs:simpleType name="Z"><xs:restriction base="xs:QName">${listed}</xs:restriction></xs:simpleType>
<xs:simpleType name="U"><xs:union memberTypes="Z"/></xs:simpleType>
<xs:element name="r"><xs:complexType><xs:attribute name="one" type="Z" fixed="z" use="required"/><xs:attribute name="either" type="U" fixed="z" use="required"/></xs:complexType></xs:element></xs:schema>`;
  const model = readSchema(new Map([['s.xsd', Buffer.from(schema)]]), 's.xsd');
  const violators = createViolators(model, root);
  return ['one', 'either'].map((name) => {
    const violator = violators.of(`s.xsd#r/@${name}/fixed`);
    const none: fc.Arbitrary<undefined> = fc.constant(undefined);
    const edits = fromSchema(model, root).chain((tree) => violator?.edit(tree) ?? none);
    const values = fc
      .sample(edits, { seed: 1, numRuns: 20 })
      .map((edit) => edit?.tree.attributes.find((attribute) => attribute.name === name)?.value);
    return [...new Set(values)].join(' ');
  });
};

test('another prefix for the same namespace is no other name', () => {
  expect(written('z')).toEqual(['', '']);
});

test('another name of the type is', () => {
  expect(written('z', 'y')).toEqual(['q:y', 'q:y']);
});
