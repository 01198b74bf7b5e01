import { crc32, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { jpeg, png } from './image.ts';

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
