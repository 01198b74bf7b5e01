import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { readCase } from '#evidence/corpus/read-case';
import { readProfile } from '#profiles/reader';
import { readAnswersFile } from './listen/answers-file.ts';
import { readVendorFile } from './listen/vendor-file.ts';
import { saidBy } from './said-by.ts';
import { writeCase } from '#evidence/corpus/write-case';
import { aCase } from '../test/samples/corpus-case.ts';

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
  [`${head}documentTypes: { Meldin: {} }\n`, 'documentTypes.Meldin staat niet in het contract, bedoelt u "Melding"?'],
  [`${head}testData: ja\ndocumentTypes: {}\n`, 'testData moet true of false zijn; verbeter dat'],
  [`${head}vendor: W\ndocumentTypes: {}\n`, 'sleutel "vendor" staat hier voor de tweede keer; haal er een weg'],
  [
    'a: [\n',
    'a.yaml:2: dit is geen YAML (kolom 1): de inspringing past niet bij de regels erboven, of een haak is niet gesloten',
  ],
  ['a: b: c\n', 'a.yaml:1: dit is geen YAML (kolom 4): achter een sleutel staat nog een sleutel'],
  ['a: @b\n', 'a.yaml:1: dit is geen YAML (kolom 4): een waarde begint met een teken waarmee dat niet mag'],
  [
    'a:\n\tb: c\n',
    'a.yaml:2: dit is geen YAML (kolom 1): inspringen gaat met spaties, en hier staat een tab; verbeter de regel',
  ],
  [`${head}documentTypes: {}\n`, 'a.yaml:4: documentTypes mag niet leeg zijn'],
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

const corpus = mkdtempSync(join(tmpdir(), 'corpus-'));
writeCase(corpus, 'x', aCase());
const caseYaml = join(corpus, 'x', 'case.yaml');
const written = readFileSync(caseYaml, 'utf8');

/** What is said in Dutch of a case that was changed by hand. */
const saidOfCase = (from: RegExp, to: string): string => {
  expect(written).toMatch(from);
  writeFileSync(caseYaml, written.replace(from, to));
  try {
    readCase(join(corpus, 'x'));
  } catch (error) {
    return saidBy(error).nl;
  }
  return '';
};

test.each([
  [/^/, ':: x\n', /:1: onbekende sleutel ":"; de sleutels hier zijn case, .*; neem een van deze, of haal die weg$/],
  [/\bfile: .*/, 'file: ../x', /moet de naam zijn van een bestand in de map van het geval, .*; verbeter dat$/],
  [/\bfile: .*/, 'file: weg.xml', /: er is geen bestand .*weg\.xml; zet het terug$/],
  [/case: 1/, 'case: 2', /moet 1 zijn, de versie die deze 3pas leest; verbeter dat$/],
  [/requirement: .*/, 'requirement: a.b', /moet een eis van deze suite zijn; 3pas requirements noemt ze$/],
  [/cause: .*/, 'cause: xyz', /moet een digest in hexadecimale cijfers zijn; verbeter dat$/],
  [/clock: .*/, 'clock: "5"', /moet een tijdstip zijn, zoals 2026-11-25T20:00:00.276Z; verbeter dat$/],
  [/run: .*/, 'run: "(a)"', /moet de naam van een run zijn; verbeter dat$/],
  [/contentType: .*/, 'contentType: "é\u2603"', /moet de waarde van een header zijn; verbeter dat$/],
])('a case in which %s became %j is told in Dutch', (from, to, said) => {
  expect(saidOfCase(from, to)).toMatch(said);
});

const poc = "profile: p\ntitle: t\nphase: 1\nendpoint: { url: 'http://127.0.0.1:9/' }\n";

test.each([
  [
    `${poc}proxy: geen\n`,
    'proxy moet none zijn, of { url: …, username: { env: NAME }, password: { env: NAME } }; verb',
  ],
  [
    `${poc}certificate: geen\n`,
    'moet { file: …, key: …, chain: …, password: … } zijn, of bij het ingebouwde endpoint {',
  ],
  [poc.replace(/endpoint: .*/, 'endpoint: geen'), 'endpoint moet { mock: true } of { url: … } zijn; verbeter dat'],
  [
    `${poc}credentials: { headers: { username: 'x y', password: p }, username: { env: NAAM } }\n`,
    'moet de naam van een header zijn; verbeter dat',
  ],
  [
    `${poc}credentials: { headers: { username: Host, password: p }, username: { env: NAAM } }\n`,
    'mag geen header zijn die HTTP zelf gebruikt; verbeter dat',
  ],
])('a profile with %j is told in Dutch', (text, said) => {
  expect(saidOf(text, () => readProfile(file, {}))).toContain(said);
});
