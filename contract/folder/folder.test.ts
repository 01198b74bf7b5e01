import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ContractError } from './contract-error.ts';
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

  test('says in both languages why a folder can not be read', () => {
    const root = mkdtempSync(join(tmpdir(), '3pas-folder-'));
    const ring = join(root, 'ring');
    symlinkSync(ring, ring);
    const said = (): unknown => {
      try {
        return readFolder(ring);
      } catch (error) {
        return error instanceof ContractError ? error.text : error;
      } finally {
        rmSync(root, { recursive: true });
      }
    };

    expect(said()).toEqual({
      nl: `${ring}: de map is niet te lezen: de koppeling leidt naar zichzelf, ELOOP`,
      en: `${ring}: the folder can't be read: the link leads to itself, ELOOP`,
    });
  });
});
