import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Verified } from '#cli/pact/verify/run-verifier';
import { nameOf } from '#cli/pact/write/pact-setting';
import { readContract } from '#contract/reader';
import { connectionDefects } from '#defects/topics/connection';
import { deliveryDefects } from '#defects/topics/delivery';
import { rejectionDefects } from '#defects/topics/rejection';
import type { SeededDefect } from '#defects/seeded-defect';
import { loadFaces } from '#generators/faces/load-faces';
import { generationForTests, generationOf } from '../samples/generation.ts';
import { pactOfContract } from './pact-of-contract.ts';
import { verifyAtMock } from './verify-at-mock.ts';

const pacts = resolve(import.meta.dirname, '../../pacts');
const contracts = resolve(import.meta.dirname, '../contracts');

const generation = await generationForTests();
const { contract, context } = generation;
const { interactions, setting, ...written } = await pactOfContract(generation);
const descriptions = interactions.map(({ description }) => description);

const verified = async (...defects: readonly SeededDefect[]): Promise<Verified> =>
  verifyAtMock(written.file, { contract, today: context.today, defects: defects.map(({ defect }) => defect) });

const broken = ({ interactions: all }: Verified): readonly string[] =>
  all.flatMap(({ description, isKept }) => (isKept ? [] : [description])).toSorted();

test('the pact in the repository is the one that the contract gives', async () => {
  await expect(written.text).toMatchFileSnapshot(join(pacts, nameOf(setting)));
});

test('our client reads each answer of the pact for what it is', () => {
  expect(written.answers).toEqual(Object.fromEntries(interactions.map((one) => [one.description, one.reads])));
});

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

const others = readdirSync(contracts, { withFileTypes: true }).filter((one) => one.isDirectory());

test.each(others.map(({ name }) => name))('the mock keeps every interaction of the pact of %s', async (name) => {
  const other = readContract(join(contracts, name));
  const pact = await pactOfContract(generationOf(other, await loadFaces(other)));

  const found = await verifyAtMock(pact.file, { contract: other, today: context.today, defects: [] });

  expect(pact.answers).toEqual(Object.fromEntries(pact.interactions.map((one) => [one.description, one.reads])));
  expect(broken(found), found.output).toEqual([]);
  expect(found.interactions).toHaveLength(pact.interactions.length);
});
