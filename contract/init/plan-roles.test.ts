import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readSchema } from '#xml/schema/read';
import { readDescription } from '../description/description.ts';
import { readTables } from '../description/tables.ts';
import { descriptionFile, readFolder } from '../folder/folder.ts';
import { placesIn } from './places.ts';
import { planRoles, type RolePlan } from './plan-roles.ts';
import { createPrefixes } from './prefixes.ts';
import { readVocabulary } from './vocabulary.ts';

const files = readFolder(fileURLToPath(new URL('../2020-01', import.meta.url)));
const description = readDescription(descriptionFile, files.get(descriptionFile) ?? new Uint8Array());
const shipped = { entries: description.entries, files, tables: readTables(description, files) };

const planned = (takesGuesses: boolean): RolePlan => {
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="Lever"><xs:complexType><xs:sequence><xs:element name="Titel" type="xs:string"/><xs:element name="Pdf" type="xs:base64Binary"/></xs:sequence></xs:complexType></xs:element></xs:schema>`;
  const model = readSchema(new Map([['s.xsd', Buffer.from(schema)]]), 's.xsd');
  const places = [...model.elements.values()].flatMap((root) => placesIn(model, root));
  const decisions = { takesGuesses, answers: new Map() };
  return planRoles({
    ...{ places, shipped, decisions },
    prefixes: createPrefixes({}),
    vocabulary: readVocabulary(),
    branches: undefined,
  });
};

test('what may be the content is a file where the guess is taken, and any bytes where it is left open', () => {
  expect(planned(true).roles).toMatchObject({ inhoud: { at: 'Pdf', decode: 'file' } });
  const open = planned(false);
  expect(open.roles).toMatchObject({ inhoud: 'Pdf' });
  expect(open.uses.map(({ use }) => use)).not.toContain('content');
  expect(open.questions.map(({ about }) => about)).toContain('uses.content');
});
