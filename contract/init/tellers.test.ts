import { expect, test } from 'vitest';
import { readSchema } from '#xml/schema/read';
import { branchesIn } from './branches.ts';
import { placesIn } from './places.ts';
import { createPrefixes } from './prefixes.ts';
import { seenIn } from './seen.ts';
import { tellingOf } from './tellers.ts';
import { readVocabulary } from './vocabulary.ts';

const listed = (name: string, values: readonly string[], kind = 'element'): string =>
  `<xs:${kind} name="${name}"><xs:simpleType><xs:restriction base="xs:string">${values
    .map((value) => `<xs:enumeration value="${value}"/>`)
    .join('')}</xs:restriction></xs:simpleType></xs:${kind}>`;

const type = (name: string, base?: string, flag = ''): string => {
  const own = `<xs:sequence><xs:element name="${name}Tekst" type="xs:string"/></xs:sequence>`;
  const content =
    base === undefined
      ? own
      : `<xs:complexContent><xs:extension base="${base}">${own}</xs:extension></xs:complexContent>`;
  return `<xs:complexType name="${name}"${flag}>${content}</xs:complexType>`;
};

const element = (name: string, of: string, more = ''): string => `<xs:element name="${name}" type="${of}"${more}/>`;

const kinds = `${type('Bericht')}${type('Melding', 'Bericht')}${type('Besluit', 'Bericht')}`;
const persons =
  '<xs:choice><xs:element name="natuurlijkPersoon" type="Bericht"/><xs:element name="rechtspersoon" type="Bericht"/></xs:choice>';
const sender = `<xs:element name="zender"><xs:complexType><xs:sequence/>${listed('soort', ['gemeente', 'provincie'], 'attribute')}</xs:complexType></xs:element>`;
const group = `${kinds}${element('stuk', 'Bericht', ' abstract="true"')}${element('melding', 'Melding', ' substitutionGroup="stuk"')}${element('besluit', 'Besluit', ' substitutionGroup="stuk"')}`;

/** What tells document types in a message with these members, and what else could. */
const toldIn = (members: string, components = kinds, answer?: string): readonly unknown[] => {
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="Lever"><xs:complexType><xs:sequence>${members}</xs:sequence></xs:complexType></xs:element>${components}</xs:schema>`;
  const model = readSchema(new Map([['s.xsd', Buffer.from(schema)]]), 's.xsd');
  const root = model.elements.get('Lever') ?? [...model.elements.values()].find(({ name }) => name.name === 'Lever');
  const vocabulary = readVocabulary();
  const prefixes = createPrefixes({});
  const concept = vocabulary.concepts.find(({ role }) => role === 'documenttype');
  if (root === undefined || concept === undefined) throw new Error('no message');
  const { bound, branches, confidence, others } = tellingOf({
    ...{
      concept,
      vocabulary,
      prefixes,
      seen: seenIn([]),
      places: placesIn(model, root),
      branches: branchesIn(model, root, prefixes),
    },
    answers: new Map(answer === undefined ? [] : [[concept.role, { at: answer }]]),
  });
  return [branches?.at ?? (bound && prefixes.path(bound.place)), confidence, others];
};

const choice =
  '<xs:choice><xs:element name="melding" type="Melding"/><xs:element name="besluit" type="Besluit"/></xs:choice>';
const neutral = '<xs:choice><xs:element name="a" type="Melding"/><xs:element name="b" type="Besluit"/></xs:choice>';

test.each([
  [
    'an element of a choice, and no kind of sender',
    [sender + choice, kinds],
    ['local-name(melding|besluit)', 'likely', ['zender/@soort']],
  ],
  [
    'a list that is called so, and no choice',
    [listed('berichtsoort', ['1', '2']) + neutral, kinds],
    ['berichtsoort', 'certain', ['local-name(a|b)']],
  ],
  [
    'a member of a substitution group beside others',
    [`${element('kenmerk', 'xs:string')}<xs:element ref="stuk"/>${element('gezag', 'xs:string')}`, group],
    ['local-name(melding|besluit)', 'likely', []],
  ],
  [
    'a type derived from one that is not abstract',
    [element('stuk', 'Bericht'), kinds],
    ['stuk/@xsi:type', 'guess', []],
  ],
  [
    'a list of kinds of notices, and not of persons',
    [listed('soort', ['aanvraag', 'besluit']) + persons, kinds],
    ['soort', 'guess', ['local-name(natuurlijkPersoon|rechtspersoon)']],
  ],
] as const)('%s tells the document type', (_, [members, components], told) => {
  expect(toldIn(members, components)).toEqual(told);
});

test.each([
  ['the kind of a sender', sender, ['zender/@soort']],
  ['persons', persons, ['local-name(natuurlijkPersoon|rechtspersoon)']],
] as const)('%s alone tells none, and is told as what may', (_, members, others) => {
  expect(toldIn(members)).toEqual([undefined, 'guess', others]);
});

test('what was answered tells it', () => {
  expect(toldIn(sender + choice, undefined, 'zender/@soort')).toEqual(['zender/@soort', 'certain', []]);
  expect(toldIn(listed('berichtsoort', ['1', '2']) + choice, undefined, 'local-name(melding|besluit)')).toEqual([
    'local-name(melding|besluit)',
    'certain',
    [],
  ]);
});
