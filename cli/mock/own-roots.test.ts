import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newSampleKeys, sampleHierarchy, sampleLeaf } from '../../test/samples/certificate-chains.ts';
import { ownRoots } from './own-roots.ts';

test('a root of one’s own is taken in any form, and what is no authority is refused by its name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'roots-'));
  const { authority, leaf } = await newSampleKeys();
  const { root, tsp } = sampleHierarchy('Eigen', authority);
  const written = ({ der }: { readonly der: Uint8Array }, name: string): string => {
    const file = join(folder, name);
    writeFileSync(file, der);
    return file;
  };

  expect(ownRoots(written(root, 'root.cer'))).toEqual([expect.stringMatching(/^-----BEGIN CERTIFICATE-----/)]);
  expect(() => ownRoots(written(sampleLeaf(tsp, leaf), 'leaf.cer'))).toThrow(/zaken\.voorbeeld\.nl.*" is no CA/);
  expect(() => ownRoots(join(folder, 'nee.pem'))).toThrow('does not exist');
});
