import { expect, test } from 'vitest';
import { otherForm } from './other-form.ts';

const base64 = (text: string): string => Buffer.from(text, 'latin1').toString('base64');

test.each([
  ['{"Dossier":{"Titel":"x"}}', 'JSON'],
  ['\xef\xbb\xbf [{"a":1}]', 'JSON'],
  ['PK\x03\x04\x14', 'a zip'],
  ['"<?xml version=\\"1.0\\"?><a/>"', 'XML as a text in JSON, in quotation marks'],
  [base64('PK\x03\x04 and what follows'), 'the base64 of a zip'],
  [base64('<?xml version="1.0"?><a/>').replace(/(.{20})/, '$1\r\n'), 'the base64 of XML'],
  ['<a/>', undefined],
  ['{curly} text', undefined],
  ['A sentence in plain words, and no more', undefined],
  ['AAAAAAAAAAAAAAAAAAAAAAAA', undefined],
  ['', undefined],
])('%j is named', (text, name) => {
  expect(otherForm(Buffer.from(text, 'latin1'))?.en).toBe(name);
});
