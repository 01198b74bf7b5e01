import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { behaviourMistakes } from '#defects/vendor/behaviour-mistakes';
import { messageMistakes } from '#defects/vendor/message-mistakes';
import type { Mistakes } from '#defects/vendor/mistake';
import { brokenBy } from '#defects/vendor/rehearse';
import { guardedExaminer } from '#endpoint/mock/guarded-examiner';
import { guardedAnswers } from '#judgement/guarded-answers';
import { behaviour } from '#judgement/requirements/behaviour';
import { temporaryFolder } from '../run/three-pas.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const answers = guardedAnswers(contract, 30_000);
const examiner = guardedExaminer(contract, 'basic');
afterAll(() => Promise.all([answers.close(), examiner.close()]));

const ofMessages = Object.entries(messageMistakes).map(
  ([name, { make, ...rest }]) => [name, { ...rest, habits: { spoil: make }, plays: [[]] }] as const,
);
const mistakes: Mistakes = { ...behaviourMistakes, ...Object.fromEntries(ofMessages) };
const rehearsing = { contract, answers, examiner, folder: temporaryFolder() };

test('a permit system without mistakes breaks nothing', async () => {
  expect(await brokenBy('none', {}, rehearsing)).toEqual([]);
});

test.each(Object.entries(mistakes))('%s is named by its own requirement', async (name, mistake) => {
  const broken = await brokenBy(name, mistake, rehearsing);

  expect(broken).toContain(mistake.foundBy);
  expect(broken.filter((id) => id !== mistake.foundBy && !mistake.follows?.includes(id))).toEqual([]);
});

test('each requirement on behaviour has a mistake that it finds', () => {
  const found = new Set(Object.values(mistakes).map(({ foundBy }) => foundBy));

  expect(Object.keys(behaviour).filter((id) => !found.has(id as keyof typeof behaviour))).toEqual([]);
});
