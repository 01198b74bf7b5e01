import { expect, test } from 'vitest';
import { honest } from '../../test/samples/gate.ts';
import type { Weighed } from '../policy/policy.ts';
import { evaluate } from './evaluate.ts';

test.each<[string, Partial<Weighed>]>([
  ['ignores all', { weight: 'ignored' }],
  ['only warns', { weight: 'warns' }],
  ['asks no delivery', { deliveries: 0 }],
])('a policy that %s is the reason that nothing counts, and not the ground of the contract', (_, change) => {
  const { policy, ...rest } = honest(2);
  const requirements = Object.fromEntries(
    rest.required.pairs.map((pair) => [pair.requirement, { weight: 'counts', deliveries: 1, ...change } as const]),
  );
  const { reasons } = evaluate({ ...rest, policy: policy && { ...policy, read: { ...policy.read, requirements } } });

  expect(reasons.flatMap(({ kind, text }) => (kind === 'missing' ? [text.nl] : []))).toEqual(
    rest.required.documentTypes.map(() => expect.stringMatching(/^volgens het beleid telt geen enkele eis/) as string),
  );
});

test('a code that none can be is told, whatever stands in titles', () => {
  const { outcome, reasons } = evaluate({ ...honest(2), code: ' ' });
  expect([outcome, reasons.every(({ text }) => text.nl.startsWith('de gegeven code is er geen'))]).toEqual([
    'onbeslist',
    true,
  ]);
});
