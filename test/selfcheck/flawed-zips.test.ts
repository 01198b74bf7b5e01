import { expect, test } from 'vitest';
import { readZip as readHere } from '#endpoint/mock/judgement/zip';
import { decodeBase64 } from '#judgement/base64';
import { readZip } from '#judgement/zip';
import { type ZipFlaw, zipFlaws } from '#judgement/zip-flaws';
import { flawedBase64, flawedZip } from '#generators/payload/flawed-zip';

const file = { name: 'inhoud.xml', bytes: Buffer.from('<a>tekst, tekst en tekst</a>') };
const bounds = { bytes: 1000, entries: 10 };

/** What both readers say of each entry: its name where it can be had, else what is wrong with it. */
const said = (flaw: ZipFlaw) => {
  const zip = Buffer.from(flawedZip([file], flaw));
  const [oracle, mock] = [readZip(zip, bounds.bytes), readHere(zip, bounds)];
  return {
    oracle:
      typeof oracle === 'string'
        ? oracle
        : oracle.map(({ name, content }) => (typeof content === 'string' ? content : name)),
    mock: typeof mock === 'string' ? mock : mock.map(({ name, fault }) => fault ?? name),
  };
};

test.each<[ZipFlaw, string | readonly string[]]>([
  ['zip-wrong-sum', ['sum']],
  ['zip-encrypted', ['versleuteld']],
  ['zip-unknown-method', ['methode']],
  ['zip-cut-off', 'end'],
  ['zip-twice', ['inhoud.xml', 'inhoud.xml']],
  ['zip-absolute-path', ['/inhoud.xml']],
  ['zip-parent-folder', ['../inhoud.xml']],
  ['zip-windows-path', ['..\\inhoud.xml']],
  ['zip-other-local-name', ['local-name']],
  ['zip-other-local-sum', ['local-sums']],
])('%s is seen by both readers', (flaw, seen) => {
  expect(said(flaw)).toEqual({ oracle: seen, mock: seen });
});

test('each flaw leaves all but one thing as it is, and the same files give the same bytes', () => {
  const all = Object.values(zipFlaws).flat();
  const zips = all.map((flaw) => flawedBase64([file], flaw));

  expect(new Set(zips).size).toBe(all.length);
  expect(all.map((flaw) => flawedBase64([file], flaw))).toEqual(zips);
});

test.each(zipFlaws.miscoded)('%s is base64 to no reader, and a whole zip to a lenient one', (flaw) => {
  const text = flawedBase64([file], flaw);
  const lenient = Buffer.from(text.replace('*', ''), 'base64');

  expect(decodeBase64(text)).toBeUndefined();
  expect(readZip(lenient, bounds.bytes)).toMatchObject([{ name: 'inhoud.xml', content: file.bytes }]);
});
