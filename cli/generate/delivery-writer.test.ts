import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { variantKinds } from '#generators/variant';
import { deliveryWriter } from './delivery-writer.ts';

const writerIn = () => {
  const out = join(mkdtempSync(join(tmpdir(), 'writer-')), 'out');
  const writer = deliveryWriter(out, ['Melding']);
  onTestFinished(() => {
    writer.release();
    rmSync(out, { recursive: true, force: true });
  });
  const write = (file: string): void => {
    const entry = { file, kind: 'variant', documentType: 'Melding', seed: 1, path: '' } as const;
    writer.take({ kind: 'made', entry, bytes: new Uint8Array([60]) });
  };
  return { out, write };
};

test.each(['valid', 'violation', ...variantKinds.map((kind) => `variant-${kind}`)])(
  'a delivery called %s is written',
  (name) => {
    const { out, write } = writerIn();
    const file = `Melding/000000000001-${name}.xml`;
    write(file);

    expect(existsSync(join(out, file))).toBe(true);
  },
);

test.each([
  '../000000000001-valid.xml',
  'Melding/../000000000001-valid.xml',
  'Melding/1.xml',
  'Ander/000000000001-valid.xml',
])('one called %s is not', (file) => {
  const { write } = writerIn();

  expect(() => {
    write(file);
  }).toThrow('rules.mjs writes to');
});
