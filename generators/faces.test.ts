import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faceApiOf } from './face-api.ts';
import { loadFaces, rulesOf } from './faces.ts';
import { generationForTests } from './generation-for-tests.ts';

const generation = await generationForTests();
const { contract } = generation;
const api = faceApiOf(generation);
const folder = mkdtempSync(join(tmpdir(), 'faces-'));

const load = (name: string, source: string) => {
  writeFileSync(join(folder, name), source);
  return loadFaces({ ...contract, faces: join(folder, name) });
};

describe('loadFaces', () => {
  test('a contract without rules.mjs has no faces', async () => {
    const faces = await loadFaces({ ...contract, faces: undefined });

    expect([faces.rules(api), faces.shape(api, 'Melding')]).toEqual([{}, {}]);
  });

  test('a file that does not parse is named', async () => {
    await expect(load('syntax.mjs', 'export default (')).rejects.toThrow(/syntax\.mjs can't be loaded/);
  });

  test('a file that exports no function is refused', async () => {
    await expect(load('object.mjs', 'export default {}')).rejects.toThrow('export a default function of the api');
  });
});

describe('rulesOf', () => {
  test('every rule of the contract has faces', () => {
    expect([...rulesOf(generation.faces, contract, api).keys()].toSorted()).toEqual(
      contract.rules.map(({ id }) => id).toSorted(),
    );
  });

  test('faces for a rule that is not there are refused', async () => {
    const faces = await load('unknown.mjs', `export default () => ({ 'postcode-form': {} })`);

    expect(() => rulesOf(faces, contract, api)).toThrow("'postcode-form', which is no rule of rules.sch");
  });

  test('a face without apply is refused', async () => {
    const faces = await load('empty.mjs', `export default () => ({ 'postcode-vorm': { violate: {} } })`);

    expect(() => rulesOf(faces, contract, api)).toThrow("'postcode-vorm' has a face without an apply function");
  });
});
