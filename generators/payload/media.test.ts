import { crc32, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { jpeg, pdf, png } from './media.ts';

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

test('a PNG has chunks with right checksums, and a row of eight bytes behind each filter', () => {
  const file = Buffer.from(png('TEST'));
  const chunks: (readonly [string, Buffer])[] = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const body = file.subarray(at + 4, at + 8 + length);
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    chunks.push([body.subarray(0, 4).toString(), body.subarray(4)]);
    at += 12 + length;
  }

  expect(chunks.map(([type]) => type)).toEqual(['IHDR', 'tEXt', 'IDAT', 'IEND']);
  expect(chunks[1]?.[1].toString()).toBe('Title\0TEST');
  expect(inflateSync(chunks[2]?.[1] ?? Buffer.alloc(0)).toString('hex')).toBe(`00${'80'.repeat(8)}`.repeat(8));
});

test('a JPEG has its segments end to end, and one block', () => {
  const file = Buffer.from(jpeg('TEST'));
  const markers: string[] = [];
  let at = 2;
  while (at < file.length - 3) {
    markers.push(file.toString('hex', at, at + 2));
    at += 2 + file.readUInt16BE(at + 2);
  }

  expect(file.toString('hex', 0, 2)).toBe('ffd8');
  expect(markers).toEqual(['ffe0', 'fffe', 'ffdb', 'ffc0', 'ffc4', 'ffc4', 'ffda']);
  expect(file.toString('hex', at)).toBe('3fffd9');
});
