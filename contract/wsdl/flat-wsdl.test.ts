import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OpenElement, withDocument } from '#xml/document';
import { parseTree } from '#xml/parse';
import { elementsOf, type XmlElement } from '#xml/tree';
import { compileSchema } from '#xml/validator';
import { readContract } from '../reader.ts';
import { flatWsdl } from './flat-wsdl.ts';
import { writeXml } from './write-xml.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const schemasIn = (wsdl: string): readonly XmlElement[] => {
  const root = parseTree(bytes(wsdl));
  const types = elementsOf(root).find(({ name }) => name === 'types');
  return types === undefined ? [] : elementsOf(types);
};

const service = (types: string): string =>
  `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:x="http://www.w3.org/2001/XMLSchema"><w:types>${types}</w:types></w:definitions>`;

const schema = (content: string, more = ''): Uint8Array =>
  bytes(`<x:schema xmlns:x="http://www.w3.org/2001/XMLSchema" ${more}>${content}</x:schema>`);

test('the service of the shipped contract stands in one document, without long lists, and takes its example', () => {
  const { files, service: shipped } = readContract('contract/2020-01');
  const flat = flatWsdl(files, shipped.wsdl) ?? '';
  const [one, ...others] = schemasIn(flat);

  expect(others).toEqual([]);
  expect(flat).not.toMatch(/schemaLocation|documentation/);
  expect(flat.length).toBeLessThan(100_000);
  const validator = compileSchema(
    new Map([['flat.xsd', bytes(writeXml(one ?? parseTree(bytes('<none/>')), parseTree(bytes(flat)).prefixes ?? {}))]]),
    'flat.xsd',
  );
  const example = readFileSync('contract/2020-01/examples/Melding.xml');
  const problems = withDocument(example, ({ root }) => {
    const body = root.lastChild?.prev;
    const request = body instanceof OpenElement ? body.firstChild?.next : undefined;
    return request instanceof OpenElement ? validator.validateElement(request) : undefined;
  });
  validator.dispose();
  expect(problems).toEqual([]);
});

test('schemas of one namespace become one, a schema without takes the namespace that includes it, and others are imported', () => {
  const files = new Map([
    ['d/a.wsdl', bytes(service('<x:schema><x:import namespace="urn:a" schemaLocation="../a.xsd"/></x:schema>'))],
    [
      'a.xsd',
      schema(
        '<x:include schemaLocation="b.xsd"/><x:import namespace="urn:c" schemaLocation="c.xsd"/><x:element name="A" type="a:T"/>',
        'targetNamespace="urn:a" xmlns:a="urn:a"',
      ),
    ],
    [
      'b.xsd',
      schema(
        '<x:simpleType name="T"><x:restriction base="U"/></x:simpleType><x:simpleType name="U"><x:restriction base="x:string"/></x:simpleType>',
      ),
    ],
    ['c.xsd', schema('<x:element name="C"/>', 'targetNamespace="urn:c"')],
  ]);
  const told = schemasIn(flatWsdl(files, 'd/a.wsdl') ?? '').map((one) => ({
    target: one.attributes.find(({ name }) => name === 'targetNamespace')?.value,
    unprefixed: one.prefixes?.[''],
    holds: elementsOf(one).map(({ name, attributes }) => [name, ...attributes.map(({ value }) => value)].join(' ')),
  }));

  expect(told).toEqual([
    { target: 'urn:a', unprefixed: 'urn:a', holds: ['import urn:c', 'element A a:T', 'simpleType T', 'simpleType U'] },
    { target: 'urn:c', unprefixed: undefined, holds: ['import urn:a', 'element C'] },
  ]);
});

test.each([
  ['a redefinition', '<x:redefine schemaLocation="b.xsd"/>', ''],
  ['another default', '<x:include schemaLocation="b.xsd"/>', 'elementFormDefault="qualified"'],
])('%s can’t be brought together', (_, content, more) => {
  const files = new Map([
    ['a.wsdl', bytes(service('<x:schema><x:import namespace="urn:a" schemaLocation="a.xsd"/></x:schema>'))],
    ['a.xsd', schema(`${content}<x:element name="A"/>`, `targetNamespace="urn:a" ${more}`)],
    ['b.xsd', schema('<x:element name="B"/>', 'targetNamespace="urn:a"')],
  ]);

  expect(flatWsdl(files, 'a.wsdl')).toBeUndefined();
});
