import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCheck } from '../test/samples/run.ts';
import { linking } from './link.ts';
import { mendJournal } from './mend-journal.ts';
import { readJournal } from './read-journal.ts';

test.each([
  ['at its end', (lines: readonly string[]) => `${lines.join('\n')}\n{"type":"judged","che`],
  [
    'in a line that another writer went on in',
    ([one = '', two = '']: readonly string[]) => `${one}\n{"type":"ex${two}\n`,
  ],
  [
    'in the middle of a character',
    (lines: readonly string[]) => Buffer.from(`${lines.join('\n')}\n{"é`).subarray(0, -1),
  ],
])('a journal keeps its events and its links where something was torn off %s', (_, written) => {
  const folder = mkdtempSync(join(tmpdir(), 'torn-'));
  const link = linking();
  const lines = ['één', '\u2028twee'].map((check) =>
    link(JSON.stringify(aCheck({ check: `delivery.accepts-valid/${check}` }))),
  );
  const before = Buffer.from(written(lines));
  writeFileSync(join(folder, 'journal.ndjson'), before);

  const torn = mendJournal(folder);

  expect(readFileSync(join(folder, 'journal.ndjson'), 'utf8')).toBe(`${lines.join('\n')}\n`);
  expect([...readJournal(folder)].map(({ type }) => type)).toEqual(['check-ended', 'check-ended']);
  expect(torn).toBe(before.length - Buffer.byteLength(`${lines.join('\n')}\n`));
});

test('a link by the name of what is written meanwhile leads to nothing that is changed', () => {
  const [folder, other] = [mkdtempSync(join(tmpdir(), 'torn-')), mkdtempSync(join(tmpdir(), 'ander-'))];
  writeFileSync(join(other, 'eigen'), 'eigen');
  symlinkSync(join(other, 'eigen'), join(folder, 'journal.ndjson.part'));
  writeFileSync(join(folder, 'journal.ndjson'), '{"type":"judged","che');

  expect(mendJournal(folder)).toBe(21);
  expect(readFileSync(join(other, 'eigen'), 'utf8')).toBe('eigen');
});
