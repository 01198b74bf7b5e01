import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { attempt } from '#contract/folder/attempt';
import { readContract } from '#contract/reader';
import { takeFolder } from '../folder/take-folder.ts';
import { saidBy } from '../said-by.ts';
import { readAnswersFile } from './answers-file.ts';
import { toldAtOnce } from './told-at-once.ts';
import { readVendorFile } from './vendor-file.ts';

const contract = readContract('contract/2020-01');
const folder = mkdtempSync(join(tmpdir(), 'told-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const fileOf = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test('all mistakes of both files are told, each with its line', () => {
  const vendor = fileOf(
    'vendor.yaml',
    'vendor: A\nproduct: B\nversion: "1"\ndocumentTypes:\n  Meldng:\n  Melding:\n    elements: [Titell]\n',
  );
  const answers = fileOf(
    'answers.yaml',
    'answers:\n  - { delivery: 0, answer: fault }\n  - { every: 2, answer: no }\n',
  );
  let said = '';
  try {
    toldAtOnce(() => {
      const declared = attempt(() => readVendorFile(vendor, contract));
      const script = attempt(() => readAnswersFile(answers));
      return [declared(), script()];
    });
  } catch (error) {
    said = saidBy(error).nl.replaceAll(`${folder}/`, '');
  }

  expect(said.split('\n').map((line) => line.split(' ', 2).join(' '))).toEqual([
    'vendor.yaml:5: documentTypes.Meldng',
    'vendor.yaml:7: documentTypes.Melding.elements[1]',
    'answers.yaml:2: answers[1].delivery',
    'answers.yaml:3: answers[2].answer',
  ]);
});

test('a folder that was made for nothing is gone when it is released, and one that holds something stays', () => {
  const out = join(folder, 'leeg');
  takeFolder(out, 'listen').release();
  expect(() => {
    writeFileSync(join(out, 'a'), '');
  }).toThrow('ENOENT');

  const kept = takeFolder(out, 'listen');
  writeFileSync(join(out, 'a'), '');
  kept.release();
  expect(() => {
    writeFileSync(join(out, 'b'), '');
  }).not.toThrow();
});
