import { expect, test } from 'vitest';
import { aspectOf, schemaText } from './schema-text.ts';

test.each([
  ['dossier.xsd#Dossier/Titel/maxLength', 'maxLength'],
  ['dossier.xsd#Dossier/Titel/pattern[2]', 'pattern'],
  ['dossier.xsd#Organisatie/@soort/use', 'use'],
  ['dossier.xsd#root', 'root'],
])('%s is about %s', (constraint, aspect) => {
  expect(aspectOf(constraint)).toBe(aspect);
});

test.each([
  [
    {
      aspect: 'maxInclusive',
      subject: 'Huisnummer',
      message: `[facet 'maxInclusive'] The value '100000' is greater than the maximum value allowed ('99999').`,
    },
    'Huisnummer is more than allowed (99999). Lower the value.',
  ],
  [
    {
      aspect: 'minOccurs',
      subject: 'Rubriek',
      message: 'This element is not expected. Expected is one of ( {urn:a}Uitgever, {urn:a}BevoegdGezag ).',
    },
    'A required element is missing in or before Rubriek. Add it. Expected: Uitgever, BevoegdGezag.',
  ],
  [
    {
      aspect: 'enumeration',
      subject: 'Medium',
      message: `[facet 'enumeration'] The value 'x' is not an element of the set {'Gemeenteblad'}.`,
    },
    'Medium has a value that is not in the list. Choose one of the list, spelt the same way.',
  ],
  [
    { aspect: 'keyref', subject: 'X', message: 'No match found.' },
    'X does not conform to the schema. Correct it as the message says: No match found.',
  ],
])('says in English what is wrong and what to do: %j', (fault, expected) => {
  expect(schemaText(fault).en).toBe(expected);
  expect(schemaText(fault).nl).not.toBe('');
});
