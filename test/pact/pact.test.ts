import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { connectionDefects } from '#defects/topics/connection';
import { deliveryDefects } from '#defects/topics/delivery';
import { rejectionDefects } from '#defects/topics/rejection';
import type { SeededDefect } from '#defects/seeded-defect';
import { createDescription } from '#endpoint/server/wsdl';
import { readSchema } from '#xml/schema/read';
import { generationForTests } from '../samples/generation.ts';
import { interactionsOf } from './interactions.ts';
import { type Verification, verifyPact } from './verify-pact.ts';
import { writePact } from './write-pact.ts';

const pacts = resolve(import.meta.dirname, '../../pacts');

const generation = { ...(await generationForTests()), runId: 'pact', text: 'plain' } as const;
const { contract } = generation;
const interactions = interactionsOf(generation);
const setting = {
  contract,
  model: readSchema(contract.files, contract.schemas.message),
  path: createDescription(contract).path,
};
const folder = mkdtempSync(join(tmpdir(), 'pact-'));
const written = await writePact(setting, interactions, folder);

test('the pact in the repository is the one that the contract gives', async () => {
  await expect(written.text).toMatchFileSnapshot(join(pacts, `vergunningensysteem-drop-3pas-${contract.id}.json`));
});

test('our client reads each answer of the pact for what it is', () => {
  expect(written.answers).toEqual(Object.fromEntries(interactions.map((one) => [one.description, one.reads])));
});

const verified = async (...defects: readonly SeededDefect[]): Promise<Verification> => {
  const file = join(folder, 'pact.json');
  writeFileSync(file, written.text);
  const { today } = generation.context;
  return verifyPact(file, { contract, today, defects: defects.map(({ defect }) => defect) });
};

const descriptions = interactions.map(({ description }) => description);

test('the mock keeps every interaction of the pact', async () => {
  expect(await verified()).toEqual({ message: '', passed: descriptions, failed: [] });
});

test('an endpoint that answers everyone with one Fault keeps no interaction, and each is named', async () => {
  const { failed, message } = await verified(
    connectionDefects['lets-any-username-in'],
    deliveryDefects['answers-one-fault'],
  );

  expect(failed).toEqual(descriptions);
  expect(descriptions.filter((one) => !message.includes(one))).toEqual([]);
});

test('a wrong status and a wrong code each break the interactions that are about them', async () => {
  const { failed } = await verified(deliveryDefects['prepares-everything'], rejectionDefects['has-one-error-code']);

  const isAboutThese = /with a medium|refused: (?!credentials)/;
  expect(failed).toEqual(descriptions.filter((one) => isAboutThese.test(one)));
});
