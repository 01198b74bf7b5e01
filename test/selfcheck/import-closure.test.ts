import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { importClosure } from './import-closure.ts';

const project = resolve(import.meta.dirname, '../..');

test('a delivery can be read in few files of its room', () => {
  const files = importClosure(project, 'generators/delivery.ts');

  expect(files.length, files.join('\n')).toBeLessThanOrEqual(25);
});

test('files behind other files and behind types count, and files of other rooms do not', () => {
  const files = importClosure(project, 'generators/delivery.ts');

  expect(files).toEqual(expect.arrayContaining(['generators/draft/roles.ts', 'generators/circumstances.ts']));
  expect(files.filter((file) => !file.startsWith('generators/'))).toEqual([]);
});
