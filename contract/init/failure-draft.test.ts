import { expect, test } from 'vitest';
import { keyOf } from '#xml/qname';
import { readSchema } from '#xml/schema/read';
import { failureDraftOf, type FailureDraft } from './failure-draft.ts';
import { placesIn } from './places.ts';
import { createPrefixes } from './prefixes.ts';
import { readVocabulary } from './vocabulary.ts';

const { answer, fault: inside } = readVocabulary();

/** How a response with these elements, and a text of an error, was found to refuse. */
const foundIn = (
  members: string,
  rest = '<xs:element name="Melding" type="xs:string"/>',
): { readonly draft: FailureDraft | undefined; readonly confidence?: string } => {
  const files = new Map([
    [
      't.xsd',
      Buffer.from(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" elementFormDefault="qualified">
<xs:element name="Antwoord"><xs:complexType><xs:sequence>${members}${rest}</xs:sequence></xs:complexType></xs:element></xs:schema>`),
    ],
  ]);
  const model = readSchema(files, 't.xsd');
  const root = model.elements.get(keyOf({ namespace: 'urn:t', name: 'Antwoord' }));
  if (root === undefined) throw new Error('not declared');
  const prefixes = createPrefixes({ t: 'urn:t' });
  const found = failureDraftOf(placesIn(model, root), { prefixes, answer, inside, status: undefined });
  const confidence = found?.findings.find(({ about }) => about === 'service.answer.failure.flag')?.confidence;
  return { draft: found?.draft, ...(confidence === undefined ? {} : { confidence }) };
};

const listed = (name: string, values: readonly (readonly [value: string, note?: string])[]): string =>
  `<xs:element name="${name}"><xs:simpleType><xs:restriction base="xs:string">${values
    .map(
      ([value, note = '']) =>
        `<xs:enumeration value="${value}"><xs:annotation><xs:documentation>${note}</xs:documentation></xs:annotation></xs:enumeration>`,
    )
    .join('')}</xs:restriction></xs:simpleType></xs:element>`;
const noted = (name: string, type: string, note: string): string =>
  `<xs:element name="${name}" type="xs:${type}"><xs:annotation><xs:documentation>${note}</xs:documentation></xs:annotation></xs:element>`;

test.each([
  ['0 of a list', listed('resultCode', [['0'], ['10'], ['20']]), '0', 'likely'],
  ['a word of a list', listed('ResultaatCode', [['AFGEKEURD'], ['VERWERKT']]), 'VERWERKT', 'likely'],
  ['ACK of a list', listed('statusCode', [['NAK'], ['ACK']]), 'ACK', 'likely'],
  [
    'a value that is called so',
    listed('Foutcode', [
      ['F1', 'Onbekend'],
      ['F0', 'Verwerkt zonder fouten'],
    ]),
    'F0',
    'likely',
  ],
  ['a documented number', noted('Foutcode', 'int', '1 = goed, 2 of meer is een fout'), undefined, undefined],
  ['a documented text', noted('returnCode', 'string', '00 = succes, anders een code'), '00', 'likely'],
  ['the 0 of a number', '<xs:element name="resultCode" type="xs:int"/>', '0', 'guess'],
  ['a code of errors', '<xs:element name="Foutcode" type="xs:string" minOccurs="0"/>', undefined, undefined],
])('%s is what accepts', (_, members, ...wanted) => {
  const { draft, confidence } = foundIn(members);

  expect([draft?.succeeded, confidence]).toEqual(wanted);
  expect(draft?.flag).toBe(wanted[0] === undefined ? undefined : draft?.code);
  expect(draft?.code).toMatch(/^t:/);
});

test('a code of errors stands beside that of the result', () => {
  const result = listed('resultCode', [['0'], ['1']]);
  const { draft } = foundIn(`${result}<xs:element name="errorCode" type="xs:string" minOccurs="0"/>`);

  expect(draft).toEqual({ flag: 't:resultCode', succeeded: '0', code: 't:errorCode', text: 't:Melding' });
});

const holding = (name: string, members: string): string =>
  `<xs:element name="${name}" minOccurs="0"><xs:complexType><xs:sequence>${members}</xs:sequence></xs:complexType></xs:element>`;
const text = (name: string): string => `<xs:element name="${name}" type="xs:string"/>`;
const letter = (name: string): string =>
  `<xs:element name="${name}"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="1"/></xs:restriction></xs:simpleType></xs:element>`;

test.each([
  [
    'a block with messages in it',
    holding(
      'responseblok',
      listed('resultaatcode', [['NOK'], ['OK']]) +
        holding('meldingen', holding('melding', text('code') + text('omschrijving') + text('veld'))),
    ),
    {
      ...{ flag: 't:responseblok/t:resultaatcode', succeeded: 'OK' },
      code: 't:responseblok/t:meldingen/t:melding/t:code',
      text: 't:responseblok/t:meldingen/t:melding/t:omschrijving',
      element: 't:responseblok/t:meldingen/t:melding/t:veld',
    },
  ],
  [
    'a message with a letter that says how bad it is',
    holding('ES_RETURN', letter('TYPE') + text('ID') + text('NUMBER') + text('MESSAGE')),
    {
      ...{ flag: 't:ES_RETURN/t:TYPE', failed: ['E', 'A'], succeeded: ['S', 'I', 'W'] },
      ...{ code: 't:ES_RETURN/t:NUMBER', text: 't:ES_RETURN/t:MESSAGE' },
    },
  ],
  [
    'a reason with its code',
    holding(
      'rejected',
      `<xs:element name="reason"><xs:complexType><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="code" type="xs:string"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>`,
    ),
    { code: 't:rejected/t:reason/@code', text: 't:rejected/t:reason' },
  ],
  ['an answer in a return', holding('return', text('nummer') + text('kenmerk')), undefined],
])('%s is read for a refusal, or not', (_, members, wanted) => {
  expect(foundIn(members, '').draft).toEqual(wanted);
});
