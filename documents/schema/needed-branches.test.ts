import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSchema } from '#xml/schema/read';
import { compileSchema } from '#xml/validator';
import { serialize } from '#xml/serialize';
import { fromSchema } from './from-schema.ts';

const root = { namespace: '', name: 'r' };

/** Keys and references of one choice, each of which needs another branch of it. */
const chained = `<xs:element name="r"><xs:complexType><xs:choice minOccurs="2" maxOccurs="unbounded">
<xs:element name="k" type="xs:int"/>
<xs:element name="m"><xs:complexType><xs:attribute name="id" type="xs:int" use="required"/><xs:attribute name="to" type="xs:int" use="required"/></xs:complexType></xs:element>
<xs:element name="f" type="xs:int"/></xs:choice></xs:complexType>
<xs:key name="k"><xs:selector xpath="k"/><xs:field xpath="."/></xs:key>
<xs:key name="k2"><xs:selector xpath="m"/><xs:field xpath="@id"/></xs:key>
<xs:keyref name="f" refer="k"><xs:selector xpath="m"/><xs:field xpath="@to"/></xs:keyref>
<xs:keyref name="f2" refer="k2"><xs:selector xpath="f|k"/><xs:field xpath="."/></xs:keyref></xs:element>`;

/** A reference that stands in place of what has the identity. */
const recursive = `<xs:group name="g"><xs:choice><xs:element name="leaf" type="xs:IDREF"/><xs:element name="n"><xs:complexType>
<xs:group ref="g" maxOccurs="2"/><xs:attribute name="id" type="xs:ID"/></xs:complexType></xs:element></xs:choice></xs:group>
<xs:element name="r"><xs:complexType><xs:group ref="g"/></xs:complexType></xs:element>`;

test.each([
  [chained, 's.xsd#r/k'],
  [chained, 's.xsd#r/m'],
  [chained, 's.xsd#r/f'],
  [recursive, 's.xsd#g/leaf'],
])('what is asked for comes with what it refers to (%#)', (declarations, present) => {
  const text = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${declarations}</xs:schema>`;
  const files = new Map([['s.xsd', Buffer.from(text)]]);
  const trees = fromSchema(readSchema(files, 's.xsd'), root, { present: new Set([present]) });
  const documents = fc.sample(trees, { seed: 7, numRuns: 20 }).map((tree) => serialize(tree));
  const validator = compileSchema(files, 's.xsd');
  const messages = documents.flatMap((one) => validator.validate(Buffer.from(one)));
  validator.dispose();

  expect(messages).toEqual([]);
  const name = present.slice(present.lastIndexOf('/') + 1);
  expect(documents.filter((one) => one.includes(`<${name}`)).length).toBeGreaterThan(5);
});

/** Inside itself, and beside what nothing stands for. */
const around =
  '<xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element ref="none"/><xs:element ref="head"/></xs:choice>';

test.each(['xs:anyType', 'T'])('what is asked for and never can be there is left out, inside %s', (type) => {
  const declarations = `<xs:complexType name="T">${around}</xs:complexType><xs:element name="r" type="T"/><xs:element name="none" abstract="true"/>
<xs:element name="head" type="${type}" abstract="true"/><xs:element name="m" type="T" substitutionGroup="head"/>`;
  const text = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${declarations}</xs:schema>`;
  const model = readSchema(new Map([['s.xsd', Buffer.from(text)]]), 's.xsd');
  const trees = fc.sample(fromSchema(model, root, { present: new Set(['s.xsd#none']) }), { seed: 7, numRuns: 20 });

  expect(trees.map((tree) => serialize(tree)).filter((one) => one.includes('<none'))).toEqual([]);
});
