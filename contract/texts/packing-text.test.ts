import { expect, test } from 'vitest';
import { noBase64Text, noZipText } from './packing-text.ts';

test.each([
  ['', 'leeg'],
  ['PK\x03\x04', 'het einde ontbreekt'],
  ['UEsDBBQA', 'twee keer gecodeerd'],
  ['\x1f\x8b\x08', 'gzip'],
  ['7z\xbc\xaf\x27', '7z'],
  ['Rar!\x1a', 'rar'],
  ['%PDF-1.7', 'een pdf die niet is ingepakt'],
  ['\xef\xbb\xbf<?xml', 'XML die niet is ingepakt'],
  ['zomaar', 'geen zip-bestand. Pak'],
])('bytes %j that are no zip are named', (bytes, said) => {
  expect(noZipText(Buffer.from(bytes, 'latin1')).nl).toContain(said);
});

test.each([
  ['data:application/zip;base64,UEsD', '"data:application/zip;base64,"'],
  ['UE-_', 'base64url'],
  ['504b0304', 'hexadecimaal'],
  ['C:\\inhoud.zip', 'de plaats van een bestand'],
  ['/tmp/inhoud.zip', 'de plaats van een bestand'],
  ['System.Byte[]', 'de naam van een type'],
  ['[B@1b6d3586', 'de naam van een type'],
  ["b'UEsD'", 'Python'],
  ['UE:sD', '":"'],
  ['UEsDB', 'geen viervoud'],
  ['UEsD=EsD', 'een = middenin'],
])('text %j that is no base64 is named', (text, said) => {
  expect(noBase64Text(text, 'zip').nl).toContain(said);
});
