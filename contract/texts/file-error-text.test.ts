import { mkdtempSync, readFileSync, rmdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fileErrorText } from './file-error-text.ts';

const folder = mkdtempSync(join(tmpdir(), '3pas-file-error-'));
const ring = join(folder, 'ring');
symlinkSync(ring, ring);
afterAll(() => {
  unlinkSync(ring);
  rmdirSync(folder);
});

const said = (file: string) => {
  try {
    return readFileSync(file);
  } catch (error) {
    return fileErrorText(error);
  }
};

test.each([
  [join(folder, 'nergens'), 'dat bestand of die map is er niet, ENOENT', 'there is no such file or folder, ENOENT'],
  [folder, 'het is een map, EISDIR', 'it is a folder, EISDIR'],
  [ring, 'de koppeling leidt naar zichzelf, ELOOP', 'the link leads to itself, ELOOP'],
  [join(folder, 'n'.repeat(300)), 'de naam is te lang, ENAMETOOLONG', 'the name is too long, ENAMETOOLONG'],
])('what the system says of %s is said in both languages', (file, nl, en) => {
  expect(said(file)).toEqual({ nl, en });
});

test('what is no refusal of a file has no text', () => {
  expect([new Error('EACCES'), 'EACCES', undefined].map(fileErrorText)).toEqual([undefined, undefined, undefined]);
});
