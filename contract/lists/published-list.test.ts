import { expect, test } from 'vitest';
import { readPublishedList } from './published-list.ts';

const list = '[{"@id":"urn:a","http://www.w3.org/2004/02/skos/core#prefLabel":[{"@value":"Súdwest-Fryslân"}]}]';

test.each<[string, Uint8Array, string]>([
  ['UTF-16', Buffer.from(list, 'utf16le'), 'the file is UTF-16; save it as UTF-8'],
  ['UTF-16 with its mark', Buffer.from(`\uFEFF${list}`, 'utf16le'), 'the file is UTF-16; save it as UTF-8'],
  [
    'UTF-16, the high byte first',
    Buffer.from(`\uFEFF${list}`, 'utf16le').swap16(),
    'the file is UTF-16; save it as UTF-8',
  ],
  ['Windows-1252', Buffer.from(list, 'latin1'), 'the file is not UTF-8; save it as UTF-8'],
])('a list in %s is refused by its encoding', (_, bytes, expected) => {
  expect(() => readPublishedList('l.json', bytes)).toThrow(`l.json: ${expected}`);
});

test('a byte order mark of UTF-8 is no part of the list', () => {
  expect(readPublishedList('l.json', Buffer.from(`\uFEFF${list}`))[0]?.names).toEqual(['Súdwest-Fryslân']);
});

const dated = (begin: string): Uint8Array =>
  Buffer.from(
    list.replace(
      '{"@id":"urn:a",',
      `$&"https://identifier.overheid.nl/tooi/def/ont/begindatum":[{"@value":"${begin}"}],`,
    ),
  );

test('a day is that of a date or a moment, and another way to write one is told', () => {
  expect(
    ['2026-01-01', '2026-01-01T00:00:00+01:00', ''].map((one) => readPublishedList('l.json', dated(one))[0]?.begin),
  ).toEqual(['2026-01-01', '2026-01-01', undefined]);
  expect(() => readPublishedList('l.json', dated('1-1-2026'))).toThrow(
    'l.json: the begindatum of urn:a is "1-1-2026", which is no date; write it as YYYY-MM-DD',
  );
});
