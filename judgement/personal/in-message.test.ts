import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { personalInMessage } from './in-message.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const found = (text: string, encoding: BufferEncoding = 'utf8') =>
  personalInMessage(contract, Buffer.from(text, encoding)).map(({ kind, at }) => `${kind} ${at}`);

test.each(contract.documentTypes.map(({ name }) => name))('the example of %s has nothing of a person', (name) => {
  expect(found(readFileSync(join(contract.directory, `examples/${name}.xml`), 'utf8'))).toEqual([]);
});

test('numbers of organisations, cases and places are none of persons', () => {
  const fields = ['Oin', 'RSIN', 'Referentienummer', 'Kenmerk', 'Postcode', 'Identificatie', 'pos'];

  expect(found(`<a>${fields.map((name) => `<${name}>123456782</${name}>`).join('')}</a>`)).toEqual([]);
  expect(found('<a><Titel>123456782</Titel><Referentienummer>a@b.nl</Referentienummer></a>')).toEqual([
    'bsn a/Titel',
    'mail a/Referentienummer',
  ]);
});

test('attributes, mixed text, and what is packed are looked through, in any encoding', () => {
  const inner = `<inhoud><al>${'x'.repeat(80)} bel <b>06-12345678</b></al></inhoud>`;
  const packed = Buffer.from(inner).toString('base64');

  expect(found('<a b="123456782">jan@gemeente.nl<c/></a>')).toEqual(['bsn a/@b', 'mail a']);
  expect(found(`<a><z>${packed}</z></a>`)).toEqual(['phone al/b']);
  expect(found('<a>123456782</a>', 'utf16le')).toEqual(['bsn a']);
  expect(found('<a>1234<b>5</b>6782</a>')).toEqual([]);
});
