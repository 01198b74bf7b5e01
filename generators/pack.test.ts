import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { parseTree } from '#xml/parse';
import { element, textOf, type XmlElement } from '#xml/tree';
import { hole, type Draft, type Payload } from './draft/draft.ts';
import { generationForTests } from '../test/samples/generation.ts';
import { openNumber, referenceOf } from './marks.ts';
import { pack, plainPacking } from './pack.ts';

const { contract } = await generationForTests();
const reference = referenceOf('r', openNumber);
const number = '000000000007';

const packed = (
  text: string,
  payloads: Readonly<Record<string, Payload>> = {},
  headers: readonly XmlElement[] = [],
): string => {
  const draft: Draft = { documentType: 'Melding', request: element('urn:x', 'Verzoek', [text]), payloads };
  return Buffer.from(pack(draft, plainPacking(contract), { runId: 'r', number, headers })).toString();
};
const bodyOf = (message: string): string => textOf(parseTree(Buffer.from(message)));

test('a request stands in a SOAP 1.1 envelope, without a header unless there is something in it', () => {
  expect(packed('a & b')).toMatchInlineSnapshot(
    `"<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><n5:Verzoek xmlns:n5="urn:x">a &amp; b</n5:Verzoek></s:Body></s:Envelope>"`,
  );
  expect(packed('a', {}, [element('urn:h', 'Sleutel', ['1'])])).toContain(
    '<s:Header><n5:Sleutel xmlns:n5="urn:h">1</n5:Sleutel></s:Header><s:Body>',
  );
});

test('a hole is filled with the base64 of a zip, in which the number is stamped', () => {
  const files = [
    { name: 'inhoud.xml', content: element('', 'a', [reference]) },
    { name: 'b.pdf', content: Buffer.from(`%PDF \xFF ${reference}`, 'latin1') },
  ];

  const unpacked = unzipSync(Buffer.from(bodyOf(packed(hole('z'), { z: { form: 'zip', files } })), 'base64'));

  expect(Object.entries(unpacked).map(([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')])).toEqual([
    ['inhoud.xml', '<a>3PASTEST-r-000000000007</a>'],
    ['b.pdf', '%PDF \xFF 3PASTEST-r-000000000007'],
  ]);
});

test('text around a hole stays, and a hole without a payload is empty', () => {
  const single: Payload = { form: 'single', files: [{ name: '', content: Buffer.from('abc') }] };

  expect(bodyOf(packed(`${hole('s')}***${hole('none')}`, { s: single }))).toBe('YWJj***');
});
