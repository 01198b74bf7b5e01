import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { demandCode } from './demand-code.ts';
import { giveCode } from './new-code.ts';

const folder = mkdtempSync(join(tmpdir(), '3pas-codes-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
vi.spyOn(process.stdout, 'write').mockReturnValue(true);

const giving = (vendor: string, codes: string) => () => {
  giveCode(vendor, { codes: join(folder, codes), lang: 'nl' });
};

test('each vendor gets one code, in a table that spreadsheets in Dutch read', () => {
  giving('Zaaksoft B.V.', 'codes.csv')();
  giving('Zoë', 'codes.csv')();

  expect(readFileSync(join(folder, 'codes.csv'), 'utf8')).toMatch(
    /^\uFEFFleverancier;code;datum\nZaaksoft B\.V\.;[A-Z\d]{6};[\d-]{10}\nZoë;[A-Z\d]{6};[\d-]{10}\n$/,
  );
  expect(giving('zaaksoft b.v.', 'codes.csv')).toThrow(/^zaaksoft b\.v\. has the code [A-Z\d]{6} already/);
});

test.each(['--lang', '=1+1', ' ', 'a;b'])('%j is no name of a vendor', (name) => {
  expect(giving(name, 'namen.csv')).toThrow('is no name');
});

test('another table is never written to', () => {
  const text = 'soort;onderwerp;waarde\n';
  writeFileSync(join(folder, 'beleid.csv'), text);

  expect(giving('Zaaksoft', 'beleid.csv')).toThrow('is no file with codes');
  expect(readFileSync(join(folder, 'beleid.csv'), 'utf8')).toBe(text);
});

test.each([' ', 'a', ''])('%j is no code to look for', (code) => {
  expect(() => {
    demandCode(code);
  }).toThrow('is no code');
});
