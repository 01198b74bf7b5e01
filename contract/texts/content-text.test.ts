import { expect, test } from 'vitest';
import { filesText } from './content-text.ts';

test.each([
  [['[Content_Types].xml', '_rels/.rels', 'word/document.xml'], 'een document van Word (.docx)'],
  [['[Content_Types].xml', 'xl/workbook.xml'], 'een document van Office'],
  [['mimetype', 'content.xml', 'META-INF/manifest.xml'], 'OpenDocument (.odt)'],
  [['inhoud.zip'], '"inhoud.zip": een ingepakt bestand in de zip'],
  [['besluit.docx'], '"besluit.docx": een document in een andere vorm'],
  [['map/inhoud.xml'], '"map/inhoud.xml": een bestand in een map'],
  [['tekst.xml'], 'In de zip: "tekst.xml".'],
])('a zip of %j is named as what it is', (names, said) => {
  expect(filesText(names).nl).toContain(said);
});
