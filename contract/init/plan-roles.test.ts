import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readSchema } from '#xml/schema/read';
import { readDescription } from '../description/description.ts';
import { readTables } from '../description/tables.ts';
import { descriptionFile, readFolder } from '../folder/folder.ts';
import { documentTypesOf } from './document-type-drafts.ts';
import { placesIn } from './places.ts';
import { planRoles, type RolePlan } from './plan-roles.ts';
import { seenIn } from './seen.ts';
import { createPrefixes } from './prefixes.ts';
import { readVocabulary } from './vocabulary.ts';

const files = readFolder(fileURLToPath(new URL('../2020-01', import.meta.url)));
const description = readDescription(descriptionFile, files.get(descriptionFile) ?? new Uint8Array());
const shipped = { entries: description.entries, files, tables: readTables(description, files) };

const pdf = '<xs:element name="Pdf" type="xs:base64Binary"/>';

const planned = (takesGuesses: boolean, member = pdf): RolePlan => {
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="Lever"><xs:complexType><xs:sequence><xs:element name="Titel" type="xs:string"/>${member}</xs:sequence></xs:complexType></xs:element></xs:schema>`;
  const model = readSchema(new Map([['s.xsd', Buffer.from(schema)]]), 's.xsd');
  const places = [...model.elements.values()].flatMap((root) => placesIn(model, root));
  const decisions = { takesGuesses, answers: new Map() };
  return planRoles({
    ...{ places, shipped, decisions },
    prefixes: createPrefixes({}),
    vocabulary: readVocabulary(),
    branches: [],
    grounding: { ground: 'taken-over', source: 'de WSDL' },
    seen: seenIn([]),
  });
};

test('what may be the content is a file where the guess is taken, and any bytes where it is left open', () => {
  expect(planned(true).roles).toMatchObject({ inhoud: { at: 'Pdf', decode: 'file' } });
  const open = planned(false);
  expect(open.roles).toMatchObject({ inhoud: 'Pdf' });
  expect(open.uses.map(({ use }) => use)).not.toContain('content');
  expect(open.questions.map(({ about }) => about)).toContain('uses.content');
});

test.each([
  ['<xs:maxLength value="4"/>', 'F001', 'takes not all of the reconstruction'],
  ['<xs:maxLength value="80"/>', 'OmgevingsvergunningAanvraag', 'is any text'],
])('document types whose place takes text of %s begin with %s', (facet, first, asked) => {
  const place = `<xs:element name="Documenttype"><xs:simpleType><xs:restriction base="xs:string">${facet}</xs:restriction></xs:simpleType></xs:element>`;
  const { documentTypes, questions } = documentTypesOf(planned(true, place + pdf), 'Lever', {
    shipped,
    seen: seenIn([]),
  });

  expect(new Set(documentTypes.map(({ name }) => name)).size).toBe(7);
  expect(documentTypes[0]?.name).toBe(first);
  expect(questions[0]?.question).toContain(asked);
});

const zip = (documentation: string): string =>
  `<xs:element name="InhoudZip" type="xs:base64Binary"><xs:annotation><xs:documentation>${documentation}</xs:documentation></xs:annotation></xs:element>`;

test('the files of a zip are those that its documentation names', () => {
  const { roles, findings, questions } = planned(
    true,
    zip('Een zip met bekendmaking.xml, besluit.pdf, en een kaart (kaart.png). Zie ook www.voorbeeld.nl/uitleg.html.'),
  );
  const beside = { files: ['besluit.pdf', 'kaart.png'], ground: 'taken-over', source: 'de WSDL' };

  expect(roles).toMatchObject({ inhoud: { decode: 'zip', payload: { file: 'bekendmaking.xml', with: beside } } });
  expect(findings).toContainEqual({
    about: 'roles.inhoud.payload.with',
    at: 'besluit.pdf, kaart.png',
    confidence: 'likely',
    others: [],
  });
  expect(questions.find(({ about }) => about === 'uses.content')?.question).toMatch(
    /^does InhoudZip hold a zip with bekendmaking\.xml, .* beside it besluit\.pdf, kaart\.png, as its documentation says\?/,
  );
});

test('which of two documents in XML is the content is a guess, with the other as runner-up', () => {
  const { findings } = planned(true, zip('Bevat akte.xml en bijlage.xml'));

  expect(findings).toContainEqual({
    about: 'roles.inhoud.payload.file',
    at: 'akte.xml',
    confidence: 'guess',
    others: ['bijlage.xml'],
  });
});

test.each([
  ['De inhoud', 'and no other file? A WSDL'],
  ['Een zip met besluit.pdf', 'and no other file; its documentation names besluit.pdf? A WSDL'],
])('what else is in a zip is asked where its documentation does not say it: %s', (documentation, asked) => {
  const { roles, questions } = planned(true, zip(documentation));
  const inhoud = roles['inhoud'];

  expect(typeof inhoud === 'object' ? [inhoud.payload?.file, inhoud.payload?.with] : inhoud).toEqual([
    undefined,
    undefined,
  ]);
  expect(questions.find(({ about }) => about === 'uses.content')?.question).toContain(asked);
});

const element = (name: string, type: string): string => `<xs:element name="${name}" type="xs:${type}"/>`;
const kanaal =
  '<xs:element name="via"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="GMB"/><xs:enumeration value="WSB"/></xs:restriction></xs:simpleType></xs:element>';

test.each([
  ['Gemeentecode', element('Gemeentecode', 'int'), 'authority'],
  ['PublicerenOp', element('PublicerenOp', 'dateTime'), 'publicationDate'],
  ['PUBDAT', element('PUBDAT', 'string'), 'publicationDate'],
  ['publishOn', element('publishOn', 'date'), 'publicationDate'],
  ['Publicatietijdstip', element('Publicatietijdstip', 'dateTime'), 'publicationDate'],
  ['a list of publications', kanaal, 'medium'],
  ['ZAAKNR', element('ZAAKNR', 'string'), 'reference'],
])('%s is found', (_, member, use) => {
  expect(planned(true, member).uses.map((one) => one.use)).toContain(use);
});

test.each([
  ['GEMEENTE', element('GEMEENTE', 'string'), 'authority'],
  ['afzendercode', element('afzendercode', 'int'), 'authority'],
  ['publicatieMag', element('publicatieMag', 'date'), 'publicationDate'],
  ['voorkeurskanaalnr', element('voorkeurskanaalnr', 'int'), 'medium'],
])('%s, which may be what a use is for, is open', (name, member, use) => {
  const { absent, uses, questions } = planned(true, member);

  expect(uses.map((one) => one.use)).not.toContain(use);
  expect(absent).not.toContain(use);
  expect(questions.find(({ about }) => about === `uses.${use}`)?.question).toContain(`is it at ${name}?`);
});

test('what looks like nothing that a use is for is absent', () => {
  const { absent } = planned(true, element('Toelichting', 'string') + element('Besluitdatum', 'date'));

  expect(absent).toEqual(expect.arrayContaining(['authority', 'medium', 'publicationDate']));
});

test.each([
  ['<xs:pattern value="gm[0-9]{4}"/>', false],
  ['<xs:length value="4"/>', false],
  ['<xs:maxLength value="60"/>', true],
])('names are the list of an authority of %s: %s', (facet, isListed) => {
  const authority = `<xs:element name="BevoegdGezag"><xs:simpleType><xs:restriction base="xs:string">${facet}</xs:restriction></xs:simpleType></xs:element>`;

  expect(JSON.stringify(planned(true, authority).roles['bevoegdGezag']).includes('lists')).toBe(isListed);
});

test.each([
  ['Gemeentecode', element('Gemeentecode', 'int'), 'guess', 'which values does Gemeentecode take?'],
  [
    'a pattern',
    '<xs:element name="BevoegdGezag"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="gm[0-9]{4}"/></xs:restriction></xs:simpleType></xs:element>',
    'likely',
    'which values does BevoegdGezag take?',
  ],
  ['any text', element('BevoegdGezag', 'string'), 'certain', undefined],
])('how sure an authority of %s is follows from its values', (_, ...[member, confidence, asked]) => {
  const { uses, questions } = planned(true, member);

  expect(uses.find(({ use }) => use === 'authority')?.confidence).toBe(confidence);
  expect(questions.find(({ about }) => about === 'roles.bevoegdGezag')?.question.split(' The')[0]).toBe(asked);
});
