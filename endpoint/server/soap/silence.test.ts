import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { readSchema } from '#xml/schema/read';
import type { XmlElement } from '#xml/tree';
import { compileSchema } from '#xml/validator';
import { withDocument } from '#xml/document';
import { serialize } from '#xml/serialize';
import { sampleElement, type Values } from './sample.ts';
import { silence } from './silence.ts';

const shipped = readContract('contract/2020-01');
const root = { namespace: 'urn:t', name: 'Antwoord' };

const codes = (values: readonly string[]): string =>
  `<xs:simpleType><xs:restriction base="xs:string">${values.map((value) => `<xs:enumeration value="${value}"/>`).join('')}</xs:restriction></xs:simpleType>`;

/** What an acceptance says of errors, by a schema that declares the code so. */
const silenceOf = (code: string, flag: 'flag' | 'none' = 'flag'): Values => {
  const files = new Map([
    [
      't.xsd',
      Buffer.from(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" elementFormDefault="qualified">
<xs:element name="Antwoord"><xs:complexType><xs:sequence><xs:element name="Gelukt" type="xs:boolean"/>
${code}<xs:element name="Tekst" type="xs:string"/></xs:sequence></xs:complexType></xs:element></xs:schema>`),
    ],
  ]);
  const model = readSchema(files, 't.xsd');
  const validator = compileSchema(files, 't.xsd');
  const failure = { code: 'Code', text: 'Tekst', element: undefined } as const;
  const told = flag === 'none' ? undefined : { at: 'Gelukt', failed: ['false'], succeeded: ['true'] };
  const { service } = shipped;
  const contract = {
    ...shipped,
    service: { ...service, answer: { ...service.answer, failure: { ...failure, flag: told } } },
  };
  const write = (values: Values): XmlElement => {
    const made = sampleElement(model, root, values);
    if (made === undefined) throw new Error('not declared');
    return made;
  };
  const problem = (answer: XmlElement) =>
    withDocument(Buffer.from(serialize(answer)), (document) => validator.validateElement(document.root)[0]?.message);
  return silence({ contract, model, root, at: (path) => path, problem }, write);
};

const refused = Object.values(shipped.errorCodes).map(({ code }) => code);

test.each([
  ['an empty text', '<xs:element name="Code" type="xs:string"/>', ''],
  ['nil where it takes no empty text', '<xs:element name="Code" nillable="true" type="xs:int"/>', null],
  ['zero where a number has to be there', '<xs:element name="Code" type="xs:int"/>', '0'],
  ['the value that refuses nothing', `<xs:element name="Code">${codes([...refused, 'GEEN'])}</xs:element>`, 'GEEN'],
  ['nothing where it may be absent', '<xs:element name="Code" minOccurs="0" type="xs:string"/>', undefined],
])('an acceptance has %s for an error code', (_, code, said) => {
  expect(silenceOf(code).get('Code')).toBe(said);
});

test('an acceptance has an empty text for an error', () => {
  expect(silenceOf('').get('Tekst')).toBe('');
});

test('a code that has to be there tells no acceptance from a refusal', () => {
  expect(() => silenceOf('<xs:element name="Code" type="xs:int"/>', 'none')).toThrow(
    /the schema demands a code at Code/,
  );
  expect(silenceOf('<xs:element name="Code" type="xs:string"/>', 'none').get('Code')).toBe('');
});
