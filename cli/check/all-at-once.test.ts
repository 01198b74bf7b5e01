import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { bytesOf, rightMessage } from '#defects/vendor/vendor-message';
import { createOracle } from '#judgement/oracle';
import { placeText } from './finding-text.ts';
import { judgeFile } from './judged-file.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const oracle = createOracle(contract);
const context = { today: '2026-11-29', oin: undefined, mandates: undefined };

/** What is told of a message, with its place. */
const told = async (text: string): Promise<readonly string[]> => {
  const file = await judgeFile(
    { name: 'f.xml', bytes: Buffer.from(text), kind: 'envelope' },
    { contract, context, phase: undefined, judge: (message) => Promise.resolve(oracle.inspect(message, context)) },
  );
  return (file?.findings ?? []).map((one) => `${placeText('f.xml', one)} ${one.constraint}`);
};

const right = rightMessage(contract, 'Melding');
const text = Buffer.from(bytesOf(right)).toString();
const bopa = Buffer.from(bytesOf(rightMessage(contract, 'OmgevingsvergunningAfhandelingPlanafwijking'))).toString();

/** A message with a document of its own in place of another in base64. */
const withGml = (change: (gml: string) => string): string =>
  bopa.replace(/(?<=<drp:Gml>)[^<]*/, (coded) =>
    Buffer.from(change(Buffer.from(coded, 'base64').toString())).toString('base64'),
  );

test('what is wrong with an envelope hides nothing of the delivery in it', async () => {
  const both = text.replace('<soap:Body>', '<?a b?><soap:Body>').replace('>Woerden<', '>Woerdn<');

  expect((await told(both)).map((one) => one.replace(/.* /, ''))).toEqual([
    'soap#no-processing-instructions',
    'codelists.xsd#NaamOrganisatie/type',
  ]);
});

test('what is wrong with one line hides nothing of the ring beside it', async () => {
  const both = withGml((gml) =>
    gml
      .replace(/ [\d.]+ [\d.]+(?=<\/gml:posList>)/, '')
      .replace(/(<gml:LineString[^]*?<gml:posList>)[^<]*/, '$1120090 455190'),
  );

  expect((await told(both)).map((one) => one.replace(/.* /, ''))).toEqual([
    'rules.sch#bopa-ring-gesloten',
    'bopa-gml.xsd#LijnpositiesGetallen/minLength',
  ]);
});

test('a reference to an attachment is told once', async () => {
  const include = '<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:1"/>';

  expect(await told(text.replace(/(?<=<drp:InhoudZip>)[^<]*/, include))).toEqual([
    expect.stringMatching(/^f\.xml:22:25 soap#inline$/),
  ]);
});

test.each<[string, Uint8Array]>([
  ['a file that is damaged', damaged(right.pack(right.files))],
  ['an empty file', right.pack([{ name: 'inhoud.xml', bytes: new Uint8Array() }])],
])('%s in a zip is told where the zip stands', async (_, zip) => {
  const coded = Buffer.from(zip).toString('base64');

  expect(await told(text.replace(/(?<=<drp:InhoudZip>)[^<]*/, coded))).toEqual([
    expect.stringMatching(/^f\.xml:22:24 content#/),
  ]);
});

/** With another checksum in both its headers. */
function damaged(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  const central = bytes.lastIndexOf(Buffer.from('PK\x01\x02'));
  for (const at of [14, central + 16]) bytes.writeUInt32LE(1, at);
  return bytes;
}
