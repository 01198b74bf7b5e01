import { expect, test } from 'vitest';
import { readSchema } from '#xml/schema/read';
import { serialize } from '#xml/serialize';
import { withDocument } from '#xml/document';
import { compileSchema } from '#xml/validator';
import { sampleElement } from './sample.ts';

const schemaOf = (restriction: string): ReadonlyMap<string, Uint8Array> =>
  new Map([
    [
      's.xsd',
      Buffer.from(
        `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:simpleType>${restriction}</xs:simpleType></xs:element></xs:schema>`,
      ),
    ],
  ]);

test.each([
  '<xs:restriction base="xs:string"><xs:pattern value="D-\\d{4}(-[A-Z]{2})+"/></xs:restriction>',
  '<xs:restriction base="xs:string"><xs:pattern value="(gmb|stcrt)-[0-9]{4}-\\d+"/></xs:restriction>',
  '<xs:restriction base="xs:string"><xs:pattern value="[^0-9a]{3}\\.\\p{Lu}?x*"/></xs:restriction>',
  '<xs:restriction base="xs:token"><xs:minLength value="12"/></xs:restriction>',
  '<xs:restriction base="xs:int"><xs:minInclusive value="1000"/></xs:restriction>',
  '<xs:restriction base="xs:gYear"/>',
  '<xs:union memberTypes="xs:date xs:string"/>',
  '<xs:restriction base="xs:string"><xs:enumeration value="ja"/></xs:restriction>',
])('makes a value of %s', (restriction) => {
  const files = schemaOf(restriction);
  const sample = sampleElement(readSchema(files, 's.xsd'), { namespace: '', name: 'a' }, new Map());
  const validator = compileSchema(files, 's.xsd');

  const faults = withDocument(Buffer.from(sample === undefined ? '' : serialize(sample)), ({ root }) =>
    validator.validateElement(root),
  );
  validator.dispose();
  expect(faults).toEqual([]);
});
