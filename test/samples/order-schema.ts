import type { SchemaFiles } from '#documents/load/schema-files';
import { createSubject, type Subject } from '#documents/subject';

/** A small schema with something of everything that documents are made of. */
export const orderSchema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:o" xmlns="urn:o" elementFormDefault="qualified">
  <xs:element name="order">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="customer"><xs:simpleType><xs:restriction base="xs:string"><xs:minLength value="1"/><xs:maxLength value="12"/></xs:restriction></xs:simpleType></xs:element>
        <xs:element name="until" type="xs:date" minOccurs="0"/>
        <xs:choice><xs:element name="cash" type="xs:boolean"/><xs:element name="account" type="xs:integer"/></xs:choice>
        <xs:element name="line" type="xs:short" maxOccurs="unbounded"/>
      </xs:sequence>
      <xs:attribute name="kind">
        <xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="spot"/><xs:enumeration value="forward"/></xs:restriction></xs:simpleType>
      </xs:attribute>
    </xs:complexType>
  </xs:element>
</xs:schema>`;

/** Schema documents by name as bytes, the first of them the entry. */
const schemaFiles = (texts: Readonly<Record<string, string>>): SchemaFiles => {
  const [entry = ''] = Object.keys(texts);
  return { entry, files: new Map(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)])) };
};

/** The orders above, without rules. */
export const orders = (): Subject => createSubject(schemaFiles({ 'order.xsd': orderSchema }));
