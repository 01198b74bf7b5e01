import { describe, expect, test } from 'vitest';
import { digestOf } from './digest.ts';
import { readFolder } from './folder.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('digestOf', () => {
  const digest = digestOf(
    new Map([
      ['a', bytes('xy')],
      ['b', bytes('z')],
    ]),
  );

  test('does not depend on the order of the files', () => {
    expect(
      digestOf(
        new Map([
          ['b', bytes('z')],
          ['a', bytes('xy')],
        ]),
      ),
    ).toBe(digest);
  });

  test.each([
    [
      'a changed byte',
      [
        ['a', 'xz'],
        ['b', 'z'],
      ],
    ],
    [
      'another name',
      [
        ['a', 'xy'],
        ['c', 'z'],
      ],
    ],
    [
      'a byte that moved to the next file',
      [
        ['a', 'x'],
        ['b', 'yz'],
      ],
    ],
    ['a file less', [['a', 'xy']]],
    [
      'a file more',
      [
        ['a', 'xy'],
        ['b', 'z'],
        ['c', ''],
      ],
    ],
  ] as const)('differs for %s', (_, files) => {
    expect(digestOf(new Map(files.map(([name, text]) => [name, bytes(text)])))).not.toBe(digest);
  });

  test('is SHA-256 in hexadecimal', () => {
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('readFolder', () => {
  test('names the files relative to the folder, sorted, with forward slashes', () => {
    expect([...readFolder('test/contracts/bouwmelding').keys()]).toEqual([
      'beeld.xsd',
      'bouwloket.wsdl',
      'contract.yaml',
      'melding.xsd',
      'regels.sch',
      'rules.mjs',
      'voorbeelden/gebruik.xml',
      'voorbeelden/sloop.xml',
    ]);
  });
});
