import { describe, expect, test } from 'vitest';
import { type BrokenCopy, complaint } from '../test/samples/broken-copy.ts';

type Case = readonly [title: string, damage: (copy: BrokenCopy) => unknown, message: string];

const check = (cases: readonly Case[]): void => {
  test.each(cases)('%s', (_, damage, message) => {
    expect(complaint('test/contracts/bouwmelding', damage)).toBe(message);
  });
};

const yaml = 'contract.yaml';
const xsd = 'melding.xsd';
const wsdl = 'bouwloket.wsdl';
const view = 'beeld.xsd';

describe('a schema that is broken is refused with its line', () => {
  check([
    [
      'because it is not well-formed',
      ({ replace }) => replace(xsd, '<xsd:element name="zaak"', '<xsd:element name="zaak'),
      'melding.xsd:13: this is not well-formed XML: a space is missing between two attributes, or something else than an attribute stands there; correct the tag',
    ],
    [
      'because a type is not there',
      ({ replace }) => replace(xsd, 'type="bl:zaaknummer"', 'type="bl:zaaknumer"'),
      "melding.xsd:13: the schema can't be used: xs:element 'zaak': there is no type '{urn:voorbeeld:bouwloket:meldingen:3}zaaknumer'; mend the name, or add the import that brings it",
    ],
    [
      'because a construct is not of XSD',
      ({ replace }) => replace(xsd, '<xsd:sequence>', '<xsd:sequense>'),
      'melding.xsd:39: this is not well-formed XML: sequence is closed while sequense is still open; close every element, in the right order',
    ],
    [
      'because libxml2 does not compile it',
      ({ replace }) =>
        replace(
          xsd,
          '<xsd:element name="zaak" type',
          '<xsd:element name="zaak" type="bl:zaaknummer" minOccurs="0"/><xsd:element name="zaak" type',
        ),
      'melding.xsd:11: the schema does not compile: local complex type: The content model is not determinist; correct it',
    ],
    [
      'because an include is missing',
      ({ replace }) =>
        replace(
          xsd,
          '  <xsd:element name="melding">',
          '  <xsd:include schemaLocation="lijsten.xsd"/>\n  <xsd:element name="melding">',
        ),
      'melding.xsd:10: there is no file "lijsten.xsd" in the folder; add the file, or correct the name',
    ],
    [
      'because the view does not compile',
      ({ replace }) => replace(view, 'type="b:aanvang"', 'type="b:begin"'),
      "beeld.xsd:34: the schema can't be used: xs:element 'aanvang': there is no type '{urn:3pas:view}begin'; mend the name, or add the import that brings it",
    ],
    [
      'because the request is not declared',
      ({ replace }) => replace(xsd, 'element name="melding"', 'element name="meldingen"'),
      'contract.yaml:16: melding.xsd declares no element {urn:voorbeeld:bouwloket:meldingen:3}melding; correct the name or the schema',
    ],
    [
      'because the fault is not declared',
      ({ replace }) => replace(xsd, 'element name="weigering"', 'element name="nee"'),
      'contract.yaml:35: melding.xsd declares no element {urn:voorbeeld:bouwloket:meldingen:3}weigering; correct the name or the schema',
    ],
    [
      'because IsAlive is not declared',
      ({ replace }) => replace(yaml, 'request: bl:hallo', 'request: bl:hoi'),
      'contract.yaml:23: melding.xsd declares no element {urn:voorbeeld:bouwloket:meldingen:3}hoi; correct the name or the schema',
    ],
    [
      'because a path to the dossier number leads nowhere',
      ({ replace }) => replace(yaml, "'@nummer'", "'@numer'"),
      'contract.yaml:28: XPath "@numer" finds nothing in {urn:voorbeeld:bouwloket:meldingen:3}ontvangstbewijs of melding.xsd; correct it',
    ],
    [
      'because a path to the reason leads nowhere',
      ({ replace }) => replace(yaml, 'text: reden', 'text: redne'),
      'contract.yaml:37: XPath "redne" finds nothing in {urn:voorbeeld:bouwloket:meldingen:3}weigering of melding.xsd; correct it',
    ],
  ]);
});

describe('a declaration without a ground is refused with its line', () => {
  const without = (copy: BrokenCopy): void => {
    copy.replace(xsd, /<g:ground[^>]*>/, '');
  };
  const ground =
    '<xsd:annotation><xsd:appinfo><g:ground standing="confirmed" source="s"/></xsd:appinfo></xsd:annotation>';
  check([
    [
      'when it is an element',
      without,
      'melding.xsd:10: xs:element "melding" has no ground; add an xs:annotation with g:ground',
    ],
    [
      'when its standing is unknown',
      ({ replace }) => replace(xsd, 'standing="confirmed"', 'standing="certain"'),
      'melding.xsd:6: standing "certain" is unknown; the standings are confirmed, public, taken-over, observed, inferred, assumed',
    ],
    [
      'when its standing is absent',
      ({ replace }) => replace(xsd, 'standing="confirmed" ', ''),
      'melding.xsd:6: the ground has no standing; add the attribute',
    ],
    [
      'when its source is absent',
      ({ replace }) => replace(xsd, / source="[^"]*"/, ''),
      'melding.xsd:6: a ground that is confirmed names no source; add it, or make it assumed',
    ],
    [
      'when it has two',
      ({ replace }) => replace(xsd, '</xsd:appinfo>', '<g:ground standing="assumed"/></xsd:appinfo>'),
      'melding.xsd:7: one annotation holds two grounds for all; keep one',
    ],
    [
      'when it is a facet of an element that has one',
      (copy) => {
        without(copy);
        copy.write(xsd, onlyTitle(ground));
      },
      'melding.xsd:7: xs:maxLength "9" has no ground; add an xs:annotation with g:ground',
    ],
  ]);
});

describe('a WSDL that says something else is refused with its line', () => {
  check([
    [
      'because it is not well-formed',
      ({ replace }) => replace(wsdl, '</definitions>', ''),
      'bouwloket.wsdl:46: this is not well-formed XML: the document ends while definitions (line 2) is still open; complete it',
    ],
    [
      'because its style is rpc',
      ({ replace }) => replace(wsdl, 'transport=', 'style="rpc" transport='),
      'bouwloket.wsdl:27: the style is rpc, and only document is supported; make it document',
    ],
    [
      'because its use is encoded',
      ({ replace }) => replace(wsdl, 'use="literal"', 'use="encoded"'),
      'bouwloket.wsdl:30: the use is encoded, and only literal is supported; make it literal',
    ],
    [
      'because it is in UTF-16',
      ({ write }) => write(wsdl, Buffer.from('\uFEFF<definitions/>', 'utf16le')),
      'bouwloket.wsdl:1: the file is not UTF-8; save it as UTF-8',
    ],
    [
      'because it is no WSDL',
      ({ write }) => write(wsdl, '<html/>'),
      'bouwloket.wsdl:1: this is not WSDL 1.1: the root is html; make it definitions in http://schemas.xmlsoap.org/wsdl/',
    ],
    [
      'because the port has no such operation',
      ({ replace }) => replace(wsdl, '<operation name="Inzenden">', '<operation name="Inzending">'),
      'bouwloket.wsdl:15: no portType has the operation "Inzenden" of contract.yaml, did you mean "Inzending"?',
    ],
    [
      'because the binding has no such operation',
      ({ replace }) =>
        replace(wsdl, /<binding[^]*<\/binding>/, '<binding name="MeldingenOverSoap" type="loket:Meldingen"/>'),
      'bouwloket.wsdl:26: no binding has the operation "Inzenden" of contract.yaml; add it, or correct contract.yaml',
    ],
    [
      'because the action differs',
      ({ replace }) => replace(wsdl, '#inzenden"', '#inzending"'),
      'bouwloket.wsdl:34: operation Inzenden has soapAction "urn:voorbeeld:bouwloket:meldingen:3#inzending", contract.yaml says "urn:voorbeeld:bouwloket:meldingen:3#inzenden"; make them equal',
    ],
    [
      'because there is no action',
      ({ replace }) => replace(wsdl, /<s:operation soapAction="[^"]*inzenden"\/>/, ''),
      'bouwloket.wsdl:33: operation Inzenden has no soapAction, contract.yaml says "urn:voorbeeld:bouwloket:meldingen:3#inzenden"; make them equal',
    ],
    [
      'because the input carries another element',
      ({ replace }) => replace(wsdl, 'element="m:melding"', 'element="m:hallo"'),
      'bouwloket.wsdl:10: the input of Inzenden carries {urn:voorbeeld:bouwloket:meldingen:3}hallo, contract.yaml says {urn:voorbeeld:bouwloket:meldingen:3}melding; make them equal',
    ],
    [
      'because the output carries nothing',
      ({ replace }) => replace(wsdl, 'message="loket:terug"', 'message="loket:weg"'),
      'bouwloket.wsdl:20: the output of Inzenden carries no element, contract.yaml says {urn:voorbeeld:bouwloket:meldingen:3}ontvangstbewijs; make them equal',
    ],
    [
      'because IsAlive has another action',
      ({ replace }) => replace(wsdl, '#hallo"', '#hoi"'),
      'bouwloket.wsdl:29: operation Hallo has soapAction "urn:voorbeeld:bouwloket:meldingen:3#hoi", contract.yaml says "urn:voorbeeld:bouwloket:meldingen:3#hallo"; make them equal',
    ],
    [
      'because it is of SOAP 1.2 alone',
      ({ replace }) =>
        replace(wsdl, 'http://schemas.xmlsoap.org/wsdl/soap/', 'http://schemas.xmlsoap.org/wsdl/soap12/'),
      'bouwloket.wsdl:41: port Meldingen is of SOAP 1.2, and only SOAP 1.1 is supported; give a WSDL that asks for less',
    ],
    [
      'because it demands a header',
      ({ replace }) =>
        replace(
          wsdl,
          '#inzenden"/>\n      <input>',
          '#inzenden"/><input><s:header message="loket:hallo" part="body" use="literal"/>',
        ),
      'bouwloket.wsdl:34: operation Inzenden asks for the SOAP header {urn:voorbeeld:bouwloket:meldingen:3}hallo, and nothing fills it; say under service.headers what stands in it',
    ],
    [
      'because its policy demands MTOM',
      ({ replace }) =>
        replace(
          wsdl,
          '<s:binding transport',
          '<p:Policy xmlns:p="http://www.w3.org/ns/ws-policy"><m:MTOM xmlns:m="http://www.w3.org/2007/08/soap12-mtom-policy"/></p:Policy><s:binding transport',
        ),
      'bouwloket.wsdl:27: the policy of Inzenden demands MTOM (attachments beside the envelope), which is not supported; give a WSDL that asks for less',
    ],
    [
      'because it is one-way',
      ({ replace }) => replace(wsdl, '<output message="loket:terug"/>', ''),
      'bouwloket.wsdl:33: operation Inzenden is one-way: it gives no answer, and only what is answered can be tested; give a WSDL that asks for less',
    ],
    [
      'because its types contradict the schema',
      ({ replace }) =>
        replace(
          wsdl,
          /<xsd:schema[^]*<\/xsd:schema>/,
          '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:voorbeeld:bouwloket:meldingen:3"><xsd:element name="melding"><xsd:complexType><xsd:sequence><xsd:element name="zaakid" type="xsd:int"/></xsd:sequence></xsd:complexType></xsd:element></xsd:schema>',
        ),
      'bouwloket.wsdl:6: the types of the WSDL contradict melding.xsd: melding must have zaakid, which the schema does not know; make them agree',
    ],
    [
      'because the schema it imports is missing',
      ({ replace }) => replace(wsdl, 'schemaLocation="melding.xsd"', 'schemaLocation="meldin.xsd"'),
      'bouwloket.wsdl:7: there is no file "meldin.xsd" in the folder, did you mean "melding.xsd"?',
    ],
  ]);
});

describe('a role that does not fit is refused with its line', () => {
  check([
    [
      'because its XPath does not compile',
      ({ replace }) => replace(yaml, 'titel: omschrijving', 'titel: omschrijving['),
      'contract.yaml:65: XPath "omschrijving[": the expression ends where a step belongs (column 14); correct the expression',
    ],
    [
      'because its XPath is of version 2',
      ({ replace }) => replace(yaml, 'titel: omschrijving', 'titel: if (a) then b else c'),
      'contract.yaml:65: XPath "if (a) then b else c": if() is not in the core library of XPath 1.0 that all engines share (column 1); correct the expression',
    ],
    [
      'because its prefix is unknown',
      ({ replace }) => replace(yaml, 'titel: omschrijving', 'titel: bk:omschrijving'),
      'contract.yaml:65: XPath "bk:omschrijving": prefix "bk" is unknown, did you mean "bl"? (column 1); correct the expression',
    ],
    [
      'because it finds nothing',
      ({ replace }) => replace(yaml, 'titel: omschrijving', 'titel: omschrijvign'),
      'contract.yaml:65: role titel: XPath "omschrijvign" finds nothing in any of the 2 examples; correct it, or add an example that has it',
    ],
    [
      'because an inner one finds nothing',
      ({ replace }) => replace(yaml, "spoed: '@spoed'", "spoed: '@haast'"),
      'contract.yaml:70: role spoed: XPath "@haast" finds nothing in any of the 2 examples; correct it, or add an example that has it',
    ],
    [
      'because it is not in the view',
      ({ replace }) => replace(yaml, '  titel:', '  title:').replace(yaml, 'title: titel', 'title: title'),
      'contract.yaml:65: beeld.xsd has no element "title" in beeld/levering, did you mean "titel"?',
    ],
    [
      'because an inner one is not in the view',
      ({ replace }) => replace(yaml, "spoed: '@spoed'", "haast: '@spoed'"),
      'contract.yaml:70: beeld.xsd has no element "haast" in beeld/levering/aanvang; declare it in beeld.xsd, or rename the role',
    ],
    [
      'because it has lists and the view has no lijst',
      ({ replace }) => replace(yaml, 'decode: date', 'lists: { jaNee: melding.xsd#jaNee }'),
      'contract.yaml:67: beeld.xsd has no element "lijst" in beeld/levering/aanvang; declare it in beeld.xsd, or rename the role',
    ],
    [
      'because its name can be no element',
      ({ replace }) => replace(yaml, '  titel:', '  1titel:'),
      'contract.yaml:65: role "1titel" can\'t be the name of an element; rename it',
    ],
    [
      'because it decodes XML of no schema',
      ({ replace }) => replace(yaml, 'decode: date', 'decode: xml'),
      'contract.yaml:67: roles.aanvang decodes XML but does not say which; add a payload',
    ],
    [
      'because it has a payload that it does not decode',
      ({ replace }) => replace(yaml, 'decode: date', 'payload: { schema: melding.xsd, root: bl:melding }'),
      'contract.yaml:67: roles.aanvang has a payload but does not decode one; add decode: zip, xml or file',
    ],
    [
      'because its code list is not there',
      ({ replace }) => replace(yaml, 'decode: date', 'lists: { jaNee: melding.xsd#jaNeee }'),
      'contract.yaml:67: there is no code list "melding.xsd#jaNeee", did you mean "melding.xsd#jaNee"?',
    ],
    [
      'because its code list is empty',
      (copy) => {
        copy.replace(yaml, 'documentTypes:', 'codeLists: [melding.xsd#jaNee]\ndocumentTypes:');
        copy.replace(xsd, /<xsd:enumeration value="ja"\/>\s*<xsd:enumeration value="nee"\/>/, '');
      },
      'melding.xsd:90: code list "melding.xsd#jaNee" is empty; add its values as enumerations',
    ],
    [
      'because an operation has a prefix that is unknown',
      ({ replace }) => replace(yaml, 'request: bl:melding', 'request: lb:melding'),
      'contract.yaml:16: prefix "lb" is unknown; declare it under namespaces',
    ],
    [
      'because an operation is no name',
      ({ replace }) => replace(yaml, 'request: bl:melding', 'request: bl:mel ding'),
      'contract.yaml:16: "bl:mel ding" is not a name of the form prefix:name; correct it',
    ],
  ]);
});

describe('an example that does not fit is refused with its line', () => {
  const example = 'voorbeelden/sloop.xml';
  check([
    [
      'because it is not well-formed',
      ({ replace }) => replace(example, '</zaak>', ''),
      'voorbeelden/sloop.xml:9: this is not well-formed XML: bl:melding is closed while zaak is still open; close every element, in the right order',
    ],
    [
      'because it is no envelope',
      ({ write }) => write(example, '<melding/>'),
      'voorbeelden/sloop.xml:1: the example is no SOAP 1.1 envelope with {urn:voorbeeld:bouwloket:meldingen:3}melding in its Body; make it one',
    ],
    [
      'because it holds another request',
      ({ replace }) => replace(example, /bl:melding/g, 'bl:hallo'),
      'voorbeelden/sloop.xml:4: the example is no SOAP 1.1 envelope with {urn:voorbeeld:bouwloket:meldingen:3}melding in its Body; make it one',
    ],
    [
      'because it is not valid',
      ({ replace }) => replace(example, '2099-01-05', 'morgen'),
      "voorbeelden/sloop.xml:8: the example is not valid: Element 'aanvang': 'morgen' is not a valid value of the atomic type 'xs:date'; correct it, or have 3pas contract examples make it anew",
    ],
    [
      'because it is of another document type',
      ({ replace }) => replace(example, '<soort>sloop', '<soort>gebruik'),
      'voorbeelden/sloop.xml:6: the example says document type "gebruik", but stands at sloop; make them equal',
    ],
  ]);
});

describe('document types that differ from the schema are refused', () => {
  check([
    [
      'because contract.yaml has one more',
      ({ replace }) => {
        replace(xsd, '<xsd:enumeration value="gebruik"/>', '<xsd:enumeration value="gebruyk"/>');
      },
      'contract.yaml:55: document type "gebruik" is not in the enumeration of melding.xsd, did you mean "gebruyk"?',
    ],
    [
      'because the schema has one more',
      ({ replace }) => {
        replace(
          xsd,
          '<xsd:enumeration value="gebruik"/>',
          '<xsd:enumeration value="gebruik"/>\n              <xsd:enumeration value="kap"/>',
        );
      },
      'melding.xsd:19: document type "kap" is not in contract.yaml; add it to documentTypes, or remove it here',
    ],
  ]);
});

const onlyTitle = (
  ground: string,
): string => `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:g="urn:3pas:ground"
  xmlns:bl="urn:voorbeeld:bouwloket:meldingen:3" targetNamespace="urn:voorbeeld:bouwloket:meldingen:3">
  <xsd:element name="melding">
    ${ground}
    <xsd:simpleType>
      <xsd:restriction base="xsd:string">
        <xsd:maxLength value="9"/>
      </xsd:restriction>
    </xsd:simpleType>
  </xsd:element>
  <xsd:element name="ontvangstbewijs">${ground}<xsd:complexType><xsd:sequence><xsd:element name="stand">${ground}</xsd:element></xsd:sequence><xsd:attribute name="nummer">${ground}</xsd:attribute></xsd:complexType></xsd:element>
  <xsd:element name="weigering">${ground}<xsd:complexType><xsd:sequence><xsd:element name="plek">${ground}</xsd:element><xsd:element name="reden">${ground}<xsd:complexType><xsd:attribute name="code">${ground}</xsd:attribute></xsd:complexType></xsd:element></xsd:sequence></xsd:complexType></xsd:element>
  <xsd:element name="hallo">${ground}</xsd:element>
  <xsd:element name="hierBenIk">${ground}</xsd:element>
</xsd:schema>
`;
