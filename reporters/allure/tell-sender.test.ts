import { description, labels } from 'allure-js-commons';
import { expect, test, vi } from 'vitest';
import { tellSender } from './tell-sender.ts';

vi.mock('allure-js-commons', async (original) => ({
  ...(await original<object>()),
  ...{ labels: vi.fn(), description: vi.fn() },
}));

const sender = { sender: 'a', messages: 2, accepted: 1, passed: 3, open: 0, failed: [] };
const broken = { requirement: 'message.is-utf-8', level: 'MUST' } as const;

test('a sender that does not conform is a failure with what it breaks, and a warning is none', async () => {
  await tellSender({ ...sender, failed: [{ ...broken, level: 'SHOULD' }] }, 'must', 'en');
  expect(vi.mocked(labels).mock.lastCall).toContainEqual({ name: 'verdict', value: 'warning' });

  const told = tellSender({ ...sender, failed: [broken] }, 'must', 'en');
  await expect(told).rejects.toThrow('failed: message.is-utf-8; messages 2');
  expect(vi.mocked(description)).toHaveBeenCalledTimes(2);
});
