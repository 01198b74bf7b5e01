import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { sampleMessage, zip } from '../../test/samples/delivery.ts';
import { inputsAt } from './inputs.ts';
import { kindsOf } from './kind.ts';

const kindOf = kindsOf(readContract('contract/2020-01'));
const folder = mkdtempSync(join(tmpdir(), '3pas-inputs-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const namesIn = (bytes: Uint8Array): readonly string[] => {
  const path = join(folder, 'a.zip');
  writeFileSync(path, bytes);
  return [...inputsAt([path], kindOf)].map(({ name }) => name.replace(folder, ''));
};

test('a zip that holds more in one file than any delivery does is one input, and is not unpacked', () => {
  const bytes = Buffer.from(zip({ 'bericht.xml': sampleMessage() }), 'base64');
  expect(namesIn(bytes)).toEqual(['/a.zip!bericht.xml']);

  // The unpacked size in the directory (APPNOTE 4.3.12).
  bytes.writeUInt32LE(600_000_000, bytes.indexOf('PK\x01\x02') + 24);
  expect(namesIn(bytes)).toEqual(['/a.zip']);
});
