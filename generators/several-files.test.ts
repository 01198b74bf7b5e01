import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { generationOf } from '../test/samples/generation.ts';
import { validDelivery } from './delivery.ts';
import { noFaces } from './faces.ts';

const folder = 'test/contracts/dossier';
const contract = readContract(folder);
const generation = generationOf(contract, noFaces);

/** The files of a message: name, media type, and how the bytes begin. */
const filesIn = (message: Uint8Array) =>
  [
    ...Buffer.from(message)
      .toString()
      .matchAll(/Naam>([^<]*)<[^]*?Soort>([^<]*)<[^]*?Data>([^<]*)</g),
  ].map(([, name = '', type = '', data = '']) => [
    name,
    type,
    Buffer.from(data, 'base64').toString('latin1').slice(0, 5),
  ]);

test('XML content and the PDFs beside it each have a name and a media type of their own', () => {
  const drawn = fc.sample(validDelivery(generation, 'dossier'), { seed: 5, numRuns: 20 });
  const all = [
    ['inhoud.xml', 'application/xml', '<teks'],
    ['inhoud.pdf', 'application/pdf', '%PDF-'],
    ['inhoud-2.pdf', 'application/pdf', '%PDF-'],
    ['inhoud-3.pdf', 'application/pdf', '%PDF-'],
  ];
  const found = drawn.map(({ message }) => filesIn(message('000000000001')));

  for (const files of found) expect(files).toEqual(all.slice(0, files.length));
  expect(Math.max(...found.map(({ length }) => length))).toBeGreaterThan(2);
});

test.each([
  ['image/png', 'png', '\x89PNG\r'],
  ['image/jpeg', 'jpeg', '\xFF\xD8\xFF\xE0\0'],
])('a place that takes %s gets an image of that', (type, ending, begin) => {
  const schema = readFileSync(join(folder, 'dossier.xsd'), 'utf8');
  const files = new Map([
    ...contract.files,
    ['dossier.xsd', Buffer.from(schema.replace('value="application/pdf"', `value="${type}"`))],
  ]);
  const images = generationOf({ ...contract, files }, noFaces);
  const drawn = fc.sample(validDelivery(images, 'dossier'), { seed: 5, numRuns: 20 });

  expect(drawn.flatMap(({ message }) => filesIn(message('000000000001')))).toContainEqual([
    `inhoud.${ending}`,
    type,
    begin,
  ]);
});

test('a media type that the place does not take is told, with the way out', () => {
  const schema = readFileSync(join(folder, 'dossier.xsd'), 'utf8');
  const files = new Map([
    ...contract.files,
    ['dossier.xsd', Buffer.from(schema.replace('value="application/pdf"', 'value="text/html"'))],
  ]);
  const images = generationOf({ ...contract, files }, noFaces);

  expect(() => fc.sample(validDelivery(images, 'dossier'), { seed: 5, numRuns: 20 })).toThrow(
    /contract\.yaml:\d+: role inhoud is filled with a PDF or an image, and bijlage\/soort takes no media type of that \(application\/pdf, image\/png, image\/jpeg\); take decode out/,
  );
});
