import { expect, test } from 'vitest';
import { readSchema } from '#xml/schema/read';
import { readContract } from '../reader.ts';
import { deniedIn, noPlaceFits } from './denied-uses.ts';

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t" elementFormDefault="qualified">
  <xs:element name="Lever"><xs:complexType><xs:sequence><xs:element name="Titel" type="xs:string"/>
  <xs:element name="Gemeente" type="xs:string"/></xs:sequence></xs:complexType></xs:element></xs:schema>`;

const shipped = readContract('contract/2020-01');

/** What is said of a folder whose authority is none, by the line that says so. */
const saidOf = (line: string): readonly string[] => {
  const place = { file: 'contract.yaml', line: 2 };
  const files = new Map([['contract.yaml', Buffer.from(`uses:\n${line}\n`)]]);
  const { deliver } = shipped.service;
  return deniedIn(
    {
      ...{ files, roles: [], namespaces: { d: 'urn:t' }, uses: { ...shipped.uses, authority: 'none' } },
      usePlaces: { ...shipped.usePlaces, authority: place },
      service: { ...shipped.service, deliver: { ...deliver, request: { namespace: 'urn:t', name: 'Lever' } } },
    },
    readSchema(new Map([['s.xsd', Buffer.from(schema)]]), 's.xsd'),
  ).map(({ sentence }) => sentence);
};

test('an authority that an earlier init found no place for is told of where a place is called like it', () => {
  expect(saidOf(`  authority: none # ${noPlaceFits}`)).toEqual([
    'uses.authority is none since no place was found for it, and d:Gemeente is called like it; bind it to a role of that, or take the comment out where deliveries have no such thing',
  ]);
});

test('one that a person made none is not', () => {
  expect(saidOf('  authority: none')).toEqual([]);
});
