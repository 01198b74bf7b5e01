import { expect, test } from 'vitest';
import type { Exchange } from '#contract/wire/exchange';
import { createSpare } from '#harness/spare';
import type { Lab } from '../lab.ts';
import { withinShare } from './within-share.ts';

test('what is sent again because the endpoint asked to wait is of the share of the cases', async () => {
  const asked = (times: number): Exchange =>
    ({ earlier: Array.from({ length: times }, () => ({ status: 503, waitedMs: 1 })) }) as Partial<Exchange> as Exchange;
  const answers = [asked(0), asked(2), asked(2)];
  const client = { send: () => Promise.resolve(answers.shift()) } as Partial<Lab['client']> as Lab['client'];
  const { lab, isSpent } = withinShare({ client }, createSpare(3));

  const spent: boolean[] = [];
  for (const _ of [1, 2, 3]) {
    await lab.client.send({ body: new Uint8Array() });
    spent.push(isSpent());
  }

  expect(spent).toEqual([false, false, true]);
});
