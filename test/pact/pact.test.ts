import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { interactionsOf } from '#cli/pact/interactions/interactions';
import { outlineOf } from '#cli/pact/interactions/outline';
import { settingOf } from '#cli/pact/write/setting-of';
import type { Verified } from '#cli/pact/verify/run-verifier';
import { nameOf } from '#cli/pact/write/pact-setting';
import { writePact } from '#cli/pact/write/write-pact';
import { connectionDefects } from '#defects/topics/connection';
import { deliveryDefects } from '#defects/topics/delivery';
import { rejectionDefects } from '#defects/topics/rejection';
import type { SeededDefect } from '#defects/seeded-defect';
import { generationForTests } from '../samples/generation.ts';
import { verifyAtMock } from './verify-at-mock.ts';

const pacts = resolve(import.meta.dirname, '../../pacts');

const generation = { ...(await generationForTests()), runId: 'pact', text: 'plain' } as const;
const { contract } = generation;
const interactions = interactionsOf({ generation, headers: [] }, outlineOf(contract));
const setting = settingOf(contract);
const folder = mkdtempSync(join(tmpdir(), 'pact-'));
const written = await writePact(setting, interactions, folder);

test('the pact in the repository is the one that the contract gives', async () => {
  await expect(written.text).toMatchFileSnapshot(join(pacts, nameOf(setting)));
});

test('our client reads each answer of the pact for what it is', () => {
  expect(written.answers).toEqual(Object.fromEntries(interactions.map((one) => [one.description, one.reads])));
});

const verified = async (...defects: readonly SeededDefect[]): Promise<Verified> => {
  const file = join(folder, 'pact.json');
  writeFileSync(file, written.text);
  const { today } = generation.context;
  return verifyAtMock(file, { contract, today, defects: defects.map(({ defect }) => defect) });
};

const broken = ({ interactions: all }: Verified): readonly string[] =>
  all.flatMap(({ description, isKept }) => (isKept ? [] : [description])).toSorted();

const descriptions = interactions.map(({ description }) => description);

test('the mock keeps every interaction of the pact', async () => {
  const found = await verified();

  expect(broken(found), found.output).toEqual([]);
  expect(found.interactions.map(({ description }) => description).toSorted()).toEqual(descriptions);
});

test('an endpoint that answers everyone with one Fault keeps no interaction, and each is named', async () => {
  const found = await verified(connectionDefects['lets-any-username-in'], deliveryDefects['answers-one-fault']);

  expect(broken(found)).toEqual(descriptions);
});

test('a wrong status and a wrong code each break the interactions that are about them', async () => {
  const found = await verified(deliveryDefects['prepares-everything'], rejectionDefects['has-one-error-code']);

  const isAboutThese = /with a medium|refused: (?!credentials)/;
  expect(broken(found)).toEqual(descriptions.filter((one) => isAboutThese.test(one)));
});
