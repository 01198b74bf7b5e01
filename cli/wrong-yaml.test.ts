import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { readAnswersFile } from './listen/answers-file.ts';
import { readVendorFile } from './listen/vendor-file.ts';
import { saidBy } from './said-by.ts';

const contract = readContract(resolve(import.meta.dirname, '../contract/2020-01'));
const file = join(mkdtempSync(join(tmpdir(), 'yaml-')), 'a.yaml');

/** What is said in Dutch of a file that can't be read. */
const saidOf = (text: string, read: () => unknown): string => {
  writeFileSync(file, text);
  try {
    read();
  } catch (error) {
    return saidBy(error).nl.replaceAll(file, 'a.yaml');
  }
  return '';
};

const head = "vendor: V\nproduct: P\nversion: '1'\n";
const vendor = [
  [`${head}documentTypes: {}\nerors: []\n`, 'a.yaml:5: onbekende sleutel "erors", bedoelt u "errors"?'],
  [`${head}documentTypes: {}\niets_anders: []\n`, 'onbekende sleutel "iets_anders"; de sleutels hier zijn vendor, '],
  [head, 'sleutel "documentTypes" ontbreekt; voeg die toe'],
  [
    `${head.replace("'1'", '4.2')}documentTypes: {}\n`,
    'version moet een tekst zijn, en is 4.2; zet het tussen aanhalingstekens',
  ],
  [
    `${head}documentTypes: { Melding: { media: Blad } }\n`,
    'documentTypes.Melding.media moet een lijst zijn; verbeter dat',
  ],
  [`${head}documentTypes: { Melding: { features: [lang] } }\n`, 'moet een van long-text, odd-text, '],
  [`${head}documentTypes: { Meldin: {} }\n`, 'het contract kent geen Meldin, bedoelt u "Melding"?'],
  [`${head}testData: ja\ndocumentTypes: {}\n`, 'testData moet true of false zijn; verbeter dat'],
  [`${head}vendor: W\ndocumentTypes: {}\n`, 'sleutel "vendor" staat hier voor de tweede keer; haal er een weg'],
  ['a: [\n', 'dit is geen YAML: '],
  ['- 1\n', 'het bestand moet uit sleutels en waarden bestaan (vendor, '],
] as const;

test.each(vendor)('a vendor file with %j is told in Dutch', (text, said) => {
  expect(saidOf(text, () => readVendorFile(file, contract))).toContain(said);
});

test.each([
  ['answers: 1\n', 'answers moet een lijst zijn van { delivery, answer }; verbeter dat'],
  [
    'answers: [{ answer: fault }]\n',
    'moet zeggen welke aanlevering (delivery), of om de hoeveel (every); een van beide',
  ],
  ['answers: [{ delivery: x, answer: fault }]\n', 'delivery moet een getal zijn, en is "x"; verbeter dat'],
  ['answers: [{ delivery: 1, answer: slow, seconds: 601 }]\n', 'seconds moet ten hoogste 600 zijn; verbeter dat'],
])('a file of answers with %j is told in Dutch', (text, said) => {
  expect(saidOf(text, () => readAnswersFile(file))).toContain(said);
});
