import { expect, test } from 'vitest';
import { demandOwnJudges } from './demand-own-judges.ts';

test('a run that Pact judged is told apart in one sentence', () => {
  const demand = (by?: 'pact') => {
    demandOwnJudges('uit', { started: { asked: { by } } });
  };

  expect(() => {
    demand('pact');
  }).toThrow(/uit.*Pact.*3pas pact verify.*3pas run/);
  expect(() => {
    demand();
  }).not.toThrow();
});
