import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gather } from '#contract/folder/attempt';
import { readContract } from '#contract/reader';
import { readAnswersFile } from './answers-file.ts';
import { readVendorFile } from './vendor-file.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const folder = mkdtempSync(join(tmpdir(), 'vendor-'));
const written = (text: string): string => {
  const file = join(folder, 'file.yaml');
  writeFileSync(file, text);
  return file;
};

const head = "vendor: Voorbeeld B.V.\nproduct: Zaaksysteem\nversion: '4.2'\n";

describe('vendor.yaml', () => {
  test('says what is to be shown, and nothing else is asked', () => {
    const text = `${head}documentTypes:\n  Melding: { notices: [geaccepteerd], media: [Gemeenteblad], elements: [Punt], features: [odd-text] }\n  BeschikkingAanvraag:\nerrors: [fault]\n`;

    expect(readVendorFile(written(text), contract)).toEqual({
      ...{ vendor: 'Voorbeeld B.V.', product: 'Zaaksysteem', version: '4.2', errors: ['fault'] },
      documentTypes: [
        {
          ...{ name: 'Melding', notices: ['geaccepteerd'], media: ['Gemeenteblad'] },
          ...{ elements: ['Punt'], features: ['odd-text'] },
        },
        { name: 'BeschikkingAanvraag', notices: [], media: [], elements: [], features: [] },
      ],
    });
  });

  test.each([
    [
      'documentTypes:\n  Meldingen:\n',
      /file\.yaml.*5: documentTypes\.Meldingen is not in the contract, did you mean "Melding"\?/,
    ],
    [
      'documentTypes:\n  Melding: { elements: [Punten] }\n',
      /5: documentTypes\.Melding\.elements\[1\] is not in the contract, did you mean "Punt"\?/,
    ],
    ['documentTypes:\n  Melding: { features: [longtext] }\n', /must be one of long-text/],
    ['documentTypes:\n  Melding: { notices: [verleent] }\n', /must be one of aanvraag.*erleend/],
    ['errors: [fault]\n', /documentTypes/],
  ])('names what is wrong in %j', (text, message) => {
    expect(() => readVendorFile(written(head + text), contract)).toThrow(message);
  });

  test('tells names and form at once', () => {
    const text = `${head}documentTypes:\n  Meldingen:\n  Melding: { elements: [Punten], features: [longtext] }\nerors: []\n`;
    const { errors } = gather(() => readVendorFile(written(text), contract));

    expect(errors.map(({ message }) => /yaml:(\d+): (\S+)/.exec(message)?.slice(1))).toEqual([
      ['7', 'unknown'],
      ['5', 'documentTypes.Meldingen'],
      ['6', 'documentTypes.Melding.elements[1]'],
      ['6', 'documentTypes.Melding.features[1]'],
    ]);
  });

  test('has to be there', () => {
    expect(() => readVendorFile(join(folder, 'niets.yaml'), contract)).toThrow('--vendor');
  });
});

describe('the file of answers', () => {
  test('says which answer is played when', () => {
    expect(
      readAnswersFile(
        written('answers:\n  - { delivery: 2, answer: fault }\n  - { every: 5, answer: slow, seconds: 3 }\n'),
      ),
    ).toEqual([
      { delivery: 2, answer: 'fault', seconds: 10 },
      { every: 5, answer: 'slow', seconds: 3 },
    ]);
  });

  test.each([
    ['answers:\n  - { answer: fault }\n', /one of the two/],
    ['answers:\n  - { delivery: 1, answer: faults }\n', /must be one of fault/],
    ['answers:\n  - { delivery: 1, answer: slow, seconds: 601 }\n', /at most 600/],
  ])('names what is wrong in %j', (text, message) => {
    expect(() => readAnswersFile(written(text))).toThrow(message);
  });
});
