import type { SchemaFiles } from './schema-files.ts';
import { createRuleJudge } from './rule-judge.ts';
import { createSubject, type Subject } from './subject.ts';

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

/** Rules over its documents; the last can't be broken. */
export const orderRules = `<schema xmlns="http://purl.oclc.org/dsdl/schematron">
  <ns prefix="o" uri="urn:o"/>
  <pattern>
    <rule context="o:order">
      <assert id="end" test="not(@kind = 'forward') or o:until">A forward order has an end.</assert>
      <assert id="few" test="count(o:line) &lt;= 2">At most two lines.</assert>
      <report test="o:customer = 'nobody'">Nobody orders: <value-of select="o:customer"/>.</report>
      <assert id="one" test="count(o:customer) = 1">One customer.</assert>
    </rule>
  </pattern>
</schema>`;

/** Schema documents by name as bytes, the first of them the entry. */
const schemaFiles = (texts: Readonly<Record<string, string>>): SchemaFiles => {
  const [entry = ''] = Object.keys(texts);
  return { entry, files: new Map(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)])) };
};

/** The orders above, with or without their rules. */
export const orders = ({ rules = false } = {}): Subject => ({
  ...createSubject(schemaFiles({ 'order.xsd': orderSchema })),
  rules: rules ? createRuleJudge('rules.sch', Buffer.from(orderRules)) : undefined,
});
