import { resolve } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { createOracle } from '../oracle.ts';
import { messageRequirementOf } from '../streams/message-findings.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const oracle = createOracle(contract);
const text = Buffer.from(contract.files.get('examples/Melding.xml') ?? []).toString();

const remarksOn = (message: Uint8Array) => {
  const opinion = oracle.inspect(message, { today: '2026-11-29', oin: undefined, mandates: undefined });
  return opinion.verdict === 'unjudgeable' ? [] : (opinion.remarks ?? []);
};

const toldOf = (message: string | Uint8Array) =>
  remarksOn(Buffer.from(message))
    .filter(({ constraint }) => /^(?:value|bytes)#/.test(constraint))
    .map(({ constraint, path }) => `${constraint} ${path.slice(path.lastIndexOf('/') + 1)}`.trim());

const filled = (name: string, value: string): string =>
  text.replace(new RegExp(`(?<=<drp:${name}>)[^<]*`), () => value);

describe('is told of as no value that anyone means', () => {
  test.each([
    ['DatumOntvangst', '0001-01-01', 'value#unfilled'],
    ['DatumOntvangst', ' 1900-01-01 ', 'value#unfilled'],
    ['Referentienummer', ' ', 'value#blank'],
    ['Referentienummer', '\u00a0\u200b', 'value#blank'],
    ['Referentienummer', 'null', 'value#unfilled'],
    ['Titel', 'Caf&amp;eacute;', 'value#escaped-twice'],
    ['Titel', '&lt;b&gt;Kap&lt;/b&gt;', 'value#markup'],
  ])('%s of %j', (name, value, constraint) => {
    expect(toldOf(filled(name, value))).toEqual([`${constraint} ${name}`]);
  });
});

test.each([
  ['Titel', 'Jansen &amp; Zn.'],
  ['Titel', 'a &lt; b &gt; c; &amp;c.'],
  ['Titel', 'Nullijn en None'],
  ['DatumOntvangst', '2024-01-01'],
  ['Referentienummer', '0'],
])('nothing is told of %s with %j', (name, value) => {
  expect(toldOf(filled(name, value))).toEqual([]);
});

test('an example of the contract, in any encoding that is right, has nothing odd', () => {
  for (const { example } of contract.documentTypes) expect(toldOf(contract.files.get(example) ?? '')).toEqual([]);
  expect(toldOf(Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le'))).toEqual([]);
});

test('a message in UTF-16 that declares UTF-8 is named', () => {
  expect(toldOf(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(['bytes#declaration']);
});

test.each([
  ['in UTF-8 that declares UTF-16', Buffer.from('<?xml version="1.0" encoding="utf-16"?><a/>'), 'error'],
  [
    'in UTF-16 that declares UTF-8',
    Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-8"?><a/>', 'utf16le'),
    'warning',
  ],
])('a content file %s is named', (_, content, severity) => {
  const zip = Buffer.from(zipSync({ 'inhoud.xml': content })).toString('base64');
  const message = text.replace(/(?<=<drp:InhoudZip>)[^<]*/, zip);

  expect(remarksOn(Buffer.from(message)).filter(({ why }) => why === 'declared')).toEqual([
    expect.objectContaining({ constraint: 'content#encoding', severity }),
  ]);
});

test('a content file in XML 1.1 is told of, as a message in it is', () => {
  const inhoud = '<?xml version="1.1"?><a/>';
  const zip = Buffer.from(zipSync({ 'inhoud.xml': Buffer.from(inhoud) })).toString('base64');
  const message = text.replace(/(?<=<drp:InhoudZip>)[^<]*/, zip);
  const told = remarksOn(Buffer.from(message)).filter(({ constraint }) => constraint === 'bytes#version');

  expect(told).toEqual([
    expect.objectContaining({ severity: 'warning', line: 1, path: expect.stringMatching(/!inhoud\.xml$/) as string }),
  ]);
});

test('bytes that readers differ over are told of, and break no requirement', () => {
  const [version] = remarksOn(Buffer.from(text.replace('version="1.0"', 'version="1.1"')));

  expect(version && messageRequirementOf(version, contract)).toBeUndefined();
  expect(version?.constraint).toBe('bytes#version');
  expect(toldOf(Buffer.from(text.replace('UTF-8', 'UTF-16'), 'utf16le'))).toEqual(['bytes#byte-order-mark']);
});
