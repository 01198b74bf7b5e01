import { expect, test } from 'vitest';
import type { Exclusion } from '#harness/run-check';
import { CaseUndecided } from '#harness/stop';
import { judgeable } from './judgeable.ts';

const acted = async (error: Error) => {
  const stated: Exclusion[] = [];
  const state = (why: Exclusion): void => void stated.push(why);
  await judgeable({ state }, () => Promise.reject(error));
  return stated;
};

test('a case without the requests that it is judged by says what to mend, and is no bug', async () => {
  const [why] = await acted(new Error('the case has no exchange with purpose "put"'));

  expect(why?.verdict).toBe('blocked');
  expect(why?.reason.en).toBe(
    `With the requests in case.yaml this can't be judged (the case has no exchange with purpose "put"); mend them, or take the case out of the corpus.`,
  );
});

test('what its judge decided stays that', async () => {
  const undecided = new CaseUndecided('blocked', { nl: 'nee', en: 'no' });

  await expect(acted(undecided)).rejects.toBe(undecided);
});
