import { expect, test } from 'vitest';
import { aRun } from '../../test/samples/run.ts';
import { optionsOf } from './unfinished-run.ts';

const given = { runs: 50, reporter: [], profile: './p.yaml', named: 'p.yaml' };

const noneYet = {
  times: 0,
  ended: new Map(),
  open: new Map(),
  acceptedTypes: new Set<string>(),
  offered: new Set<string>(),
};

test('a run goes on by what it began with, and what others could misuse is said again by who resumes it', () => {
  const result = aRun([]);
  const started = {
    ...result.started,
    asked: { ...result.started.asked, profile: './p.yaml', state: '/uit/nights', rules: 'trusted' as const },
  };
  const unfinished = { result: { ...result, started }, soFar: noneYet, sent: { requests: 0, accepted: 0 } };

  const options = optionsOf(given, unfinished, '/uit');

  expect(options).toMatchObject({
    profile: './p.yaml',
    seed: started.seed,
    runId: started.runId,
    out: '/uit',
    state: '/uit/nights',
  });
  expect(options).not.toHaveProperty('named');
  expect(options.trustRules).toBeUndefined();
  expect(optionsOf({ ...given, trustRules: true }, unfinished, '/uit').trustRules).toBe(true);
  expect(() => optionsOf({ ...given, named: undefined }, unfinished, '/uit')).toThrow(
    'give it too: --profile ./p.yaml',
  );
});
