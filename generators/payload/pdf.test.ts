import { expect, test } from 'vitest';
import { pdf } from './pdf.ts';

const text = { title: 'Één & ander', pages: [['Regel (één)', 'a\\b €'], ['Tweede pagina']] };
const written = Buffer.from(pdf(text)).toString('latin1');

test('every offset of the table leads to its object', () => {
  const offsets = [...written.matchAll(/^(\d{10}) 00000 n $/gm)].map((match) => Number(match[1]));

  expect(offsets.map((offset, index) => written.startsWith(`${String(index + 1)} 0 obj\n`, offset))).toEqual(
    Array.from({ length: 8 }, () => true),
  );
});

test('the start of the table is where the last lines say', () => {
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(written)?.[1]);

  expect(written.startsWith('xref\n0 9\n', start)).toBe(true);
});

test('the length of each stream is that of its bytes', () => {
  const streams = [...written.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g)];

  expect(streams.map(([, length, bytes]) => Number(length) === bytes?.length)).toEqual([true, true]);
});

test('parentheses and backslashes are escaped, and what the font lacks becomes a question mark', () => {
  expect(written).toContain('(Regel \\(\xE9\xE9n\\)) Tj');
  expect(written).toContain('(a\\\\b ?) Tj');
});

test('the title is Unicode', () => {
  expect(written).toContain('/Title <FEFF00C900E9006E00200026002000610');
});
