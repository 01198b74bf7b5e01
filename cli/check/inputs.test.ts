import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { sampleMessage, zip } from '../../test/samples/delivery.ts';
import { inputsAt } from './inputs.ts';
import { kindsOf } from './kind.ts';
import { answersOf } from './other-kind.ts';

const contract = readContract('contract/2020-01');
const sorter = { kindOf: kindsOf(contract), isAnswer: answersOf(contract) };
const folder = mkdtempSync(join(tmpdir(), '3pas-inputs-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const namesIn = (bytes: Uint8Array): readonly string[] => {
  const path = join(folder, 'a.zip');
  writeFileSync(path, bytes);
  return [...inputsAt([path], sorter)].map(({ name }) => name.replace(folder, ''));
};

test('a zip that holds more in one file than any delivery does is one input, and is not unpacked', () => {
  const bytes = Buffer.from(zip({ 'bericht.xml': sampleMessage() }), 'base64');
  expect(namesIn(bytes)).toEqual(['/a.zip!bericht.xml']);

  // The unpacked size in the directory (APPNOTE 4.3.12).
  bytes.writeUInt32LE(600_000_000, bytes.indexOf('PK\x01\x02') + 24);
  expect(namesIn(bytes)).toEqual(['/a.zip']);
});

const enveloped = (body: string): string =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`;
const response = '<d:VoegDossierToeEnPubliceerResponse xmlns:d="http://schemas.koopwrp.nl/2020/01/drp/api/"/>';

test.each([
  ['a response', enveloped(response), true],
  ['a Fault', enveloped('<!-- fout --><s:Fault/>'), true],
  ['an answer with its HTTP head', `HTTP/1.1 503 Busy\r\nContent-Length: 1\r\n\r\nx`, true],
  ['a response without its envelope', response, true],
  ['a delivery', Buffer.from(sampleMessage()).toString(), undefined],
  ['a web page', '<!DOCTYPE html><html><body>Inloggen</body></html>', false],
])('%s is told from deliveries', (_, text, isAnswer) => {
  const path = join(folder, 'een.xml');
  writeFileSync(path, text);
  const [input] = inputsAt([path], sorter);
  expect(input !== undefined && 'why' in input ? input.isAnswer === true : undefined).toBe(isAnswer);
});

test.each([
  ['', 'het bestand is leeg'],
  [' \n', 'alleen witruimte'],
  ['{"dossier":{}}', 'JSON'],
  ['<html><body/></html>', 'webpagina'],
  ['<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"/>', 'WSDL'],
  ['<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>', 'XSD'],
  ['<Zaak/>', '"Zaak" als hoofdelement'],
])('of %j it is said what it is instead', (text, said) => {
  const path = join(folder, 'ander.xml');
  writeFileSync(path, text);
  const [input] = inputsAt([path], sorter);
  expect(input !== undefined && 'why' in input ? input.why.nl : undefined).toContain(said);
});
