import { describe, expect, test } from 'vitest';
import { parseTree } from '#xml/parse';
import { readSchema } from '#xml/schema/read';
import { compileSchema } from '#xml/validator';
import { isFixedName } from './fixed-names.ts';

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:d" xmlns:p="urn:1"><xs:element name="r"><xs:complexType>
<xs:sequence><xs:element name="e" minOccurs="0" maxOccurs="2" fixed="p:a b"><xs:simpleType><xs:list itemType="xs:QName"/></xs:simpleType></xs:element>
<xs:element name="n" minOccurs="0" type="xs:int" fixed="3"/>
<xs:element name="s" minOccurs="0" type="xs:QName" fixed="x"/></xs:sequence></xs:complexType></xs:element></xs:schema>`;

const files = new Map([['s.xsd', Buffer.from(schema)]]);
const model = readSchema(files, 's.xsd');

/** What libxml2 says of a document: one answer for each message. */
const pardons = (text: string): readonly boolean[] => {
  const validator = compileSchema(files, 's.xsd');
  const tree = parseTree(Buffer.from(text));
  const messages = validator.validate(Buffer.from(text));
  validator.dispose();
  return messages.filter(({ message }) => message.includes('fixed')).map((one) => isFixedName(model, tree, one));
};

describe('a fixed name that libxml2 holds against a document', () => {
  test.each([
    ['one name', '<r xmlns:q="urn:d"><s>q:x</s></r>'],
    ['a list', '<r xmlns:q="urn:d" xmlns:o="urn:1"><e>o:a q:b</e></r>'],
  ])('is pardoned where another prefix means the same: %s', (_, text) => {
    expect(pardons(text)).toStrictEqual([true]);
  });

  test.each([
    ['another namespace', '<r xmlns:q="urn:q"><s>q:x</s></r>', [false]],
    ['one prefix for both names', '<r xmlns:q="urn:1"><e>q:a q:b</e></r>', [false]],
    [
      'the same text twice, one of another namespace',
      '<r xmlns:q="urn:d" xmlns:p="urn:1"><e>p:a q:b</e><e xmlns:q="urn:1">p:a q:b</e></r>',
      [false, false],
    ],
    ['a number', '<r><n>4</n></r>', [false]],
  ])('counts where it is not the same: %s', (_, text, expected) => {
    expect(pardons(text)).toStrictEqual(expected);
  });
});
