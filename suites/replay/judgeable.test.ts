import { expect, test } from 'vitest';
import type { CaseActor } from '#harness/case';
import { CaseUndecided } from '#harness/stop';
import { judgeable } from './judgeable.ts';

const sent = (): Promise<void> => Promise.resolve();

test('a case without the requests that it is judged by says what to mend, and is no bug', async () => {
  const undecided = judgeable({ once: () => Promise.reject(new Error('the case has no zip')) }, sent);

  await expect(undecided).rejects.toBeInstanceOf(CaseUndecided);
  await expect(undecided).rejects.toThrow(
    `blocked: With the requests in case.yaml this can't be judged (the case has no zip); mend them, or take the case out of the corpus.`,
  );
});

test('what its judge decided stays that, and what went wrong as it was sent', async () => {
  const [undecided, unsent] = [new CaseUndecided('blocked', { nl: 'nee', en: 'no' }), new Error('fetch failed')];
  const once = (send: (actor: CaseActor) => Promise<void>): Promise<void> => send({} as CaseActor);

  await expect(judgeable({ once: () => Promise.reject(undecided) }, sent)).rejects.toBe(undecided);
  await expect(judgeable({ once }, () => Promise.reject(unsent))).rejects.toBe(unsent);
});
