import { expect, test } from 'vitest';
import { readSchema } from '#xml/schema/read';
import { bindConcepts } from './bind.ts';
import { placesIn } from './places.ts';
import { seenIn } from './seen.ts';
import { readVocabulary } from './vocabulary.ts';

const listed = (name: string, values: readonly string[]): string =>
  `<xs:element name="${name}"><xs:simpleType><xs:restriction base="xs:string">${values
    .map((value) => `<xs:enumeration value="${value}"/>`)
    .join('')}</xs:restriction></xs:simpleType></xs:element>`;
const codes = ['01', '02', '03'];

/** Where the document type was found in a message of these elements, how sure that is, and where else it could be. */
const typeIn = (members: string): readonly unknown[] => {
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="Lever"><xs:complexType><xs:sequence>${members}</xs:sequence></xs:complexType></xs:element></xs:schema>`;
  const model = readSchema(new Map([['s.xsd', Buffer.from(schema)]]), 's.xsd');
  const places = [...model.elements.values()].flatMap((root) => placesIn(model, root));
  const nameOf = ({ steps }: (typeof places)[number]): string | undefined => steps.at(-1)?.name.name;
  return bindConcepts(places, readVocabulary(), { answers: new Map(), path: () => '', seen: seenIn([]) })
    .filter(({ concept }) => concept.role === 'documenttype')
    .map(({ place, confidence, others }) => [nameOf(place), confidence, others.map(nameOf)]);
};

test.each([
  ['DOCSOORT', codes, 'certain'],
  ['DocType', codes, 'certain'],
  ['berichtsoort', codes, 'certain'],
  ['soort', ['Aanvraag', 'Besluit'], 'guess'],
  ['ZSOORT', codes, 'guess'],
])('a list called %s says the document type', (name, values, confidence) => {
  expect(typeIn(listed(name, values))).toEqual([[name, confidence, []]]);
});

test.each([
  ['of words that is only called like one', listed('Kanaalsoort', ['Balie', 'Post'])],
  ['of the kinds of a body', listed('OrganisatieSoort', codes)],
  [
    'of too many codes',
    listed(
      'Zsoort',
      Array.from({ length: 41 }, (_, index) => String(index)),
    ),
  ],
])('a list %s does not', (_, members) => {
  expect(typeIn(members)).toEqual([]);
});

test('what else could say it stands beside', () => {
  expect(typeIn(listed('ZSOORT', codes) + listed('DOCSOORT', codes) + listed('Categorie', ['A', 'B']))).toEqual([
    ['DOCSOORT', 'certain', ['Categorie', 'ZSOORT']],
  ]);
});
