import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { interactionsOf } from '#cli/pact/interactions/interactions';
import { outlineOf } from '#cli/pact/interactions/outline';
import { settingOf } from '#cli/pact/write/setting-of';
import { writePact } from '#cli/pact/write/write-pact';
import { readContract } from '#contract/reader';
import { loadFaces } from '#generators/faces/load-faces';
import { generationOf } from '../samples/generation.ts';
import { verifyAtMock } from './verify-at-mock.ts';

const contracts = resolve(import.meta.dirname, '../contracts');
const folders = readdirSync(contracts, { withFileTypes: true }).filter((one) => one.isDirectory());

test.each(folders.map(({ name }) => name))('the mock keeps every interaction of the pact of %s', async (name) => {
  const contract = readContract(join(contracts, name));
  const generation = { ...generationOf(contract, await loadFaces(contract)), runId: 'pact', text: 'plain' } as const;
  const interactions = interactionsOf({ generation, headers: [] }, outlineOf(contract));
  const folder = mkdtempSync(join(tmpdir(), 'pact-'));

  const { text, answers } = await writePact(settingOf(contract), interactions, folder);
  const file = join(folder, 'pact.json');
  writeFileSync(file, text);
  const found = await verifyAtMock(file, { contract, today: generation.context.today, defects: [] });

  expect(answers).toEqual(Object.fromEntries(interactions.map((one) => [one.description, one.reads])));
  expect(
    found.interactions.filter(({ isKept }) => !isKept),
    found.output,
  ).toEqual([]);
  expect(found.interactions).toHaveLength(interactions.length);
});
