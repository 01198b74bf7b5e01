import { expect, test } from 'vitest';
import { aCheck, aRun } from '../test/samples/run.ts';
import { headline } from './headline.ts';

test('a run in which all was decided and nothing was in order says so, and not that nothing is undecided', () => {
  const warnings = ['rules.sch#a', 'rules.sch#b'].map((constraint) =>
    aCheck({
      ...{ requirement: 'rejection.refuses-rule-violation', constraint, verdict: 'failed', level: 'SHOULD' },
      check: `rejection.refuses-rule-violation/Melding/${constraint}`,
    }),
  );
  const said = (language: 'nl' | 'en') => headline(aRun(warnings), { outcome: 'undecided', strict: 'must', language });

  expect(said('en')).toBe('NO VERDICT: not one check was in order, 2 warnings');
  expect(said('nl')).toBe('GEEN OORDEEL: geen enkele controle was in orde, 2 waarschuwingen');
});
