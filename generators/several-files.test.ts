import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { generationOf } from '../test/samples/generation.ts';
import { validDelivery } from './delivery.ts';
import { noFaces } from './faces.ts';

const contract = readContract('test/contracts/dossier');
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
