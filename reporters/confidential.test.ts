import { expect, test } from 'vitest';
import type { CheckEnded } from '#evidence/event';
import { aCheck, aRun } from '../test/samples/run.ts';
import { toldOf } from './confidential.ts';
import { confidentialText } from './confidential-text.ts';

const failedWith = (change: Partial<CheckEnded>, said: string): CheckEnded =>
  aCheck({
    verdict: 'failed',
    deviation: { expected: { nl: 'niets', en: 'nothing' }, actual: { nl: said, en: said } },
    counterexample: { case: 1, seed: 1, path: '', changed: said, differences: [] },
    ...change,
  });

const trace = 'at nl.example.drop.Service.add(Service.java:12)';
const secret = failedWith({ check: 'a', requirement: 'robustness.shows-no-internals' }, trace);

test('a failure on security is told by its id alone, and counts as before', () => {
  const { open, confidential } = toldOf('r1', secret);

  expect(confidential?.check).toBe(secret);
  expect(JSON.stringify(open)).not.toContain('Service.java');
  expect(open).toMatchObject({ check: 'a', verdict: 'failed', level: secret.level, counterexample: undefined });
  expect(open.deviation?.actual.nl).toBe(
    `een vertrouwelijke bevinding, ${confidential?.id ?? ''}: zie vertrouwelijk/bevindingen.md`,
  );
});

test('an id is that of the check in its run', () => {
  const ids = [
    toldOf('r1', secret),
    toldOf('r1', secret),
    toldOf('r2', secret),
    toldOf('r1', { ...secret, check: 'b' }),
  ];

  expect(new Set(ids.map(({ confidential }) => confidential?.id)).size).toBe(3);
  expect(ids[0]).toEqual(ids[1]);
});

test('any other failure is told without what the answer disclosed', () => {
  const { open, confidential } = toldOf('r1', failedWith({}, `HTTP 500, Fault Server: ${trace}`));

  expect({ confidential, actual: open.deviation?.actual }).toEqual({
    confidential: undefined,
    actual: {
      nl: 'HTTP 500, Fault Server: [een stacktrace][een klasse of bronbestand met regelnummer])',
      en: 'HTTP 500, Fault Server: [a stack trace][a class or source file with a line number])',
    },
  });
});

test('a pass is told as it is', () => {
  const passed = aCheck({ requirement: 'robustness.shows-no-internals' });

  expect(toldOf('r1', passed)).toEqual({ open: { ...passed, deviation: undefined }, confidential: undefined });
});

test.each(['nl', 'en'] as const)('what is told in confidence has the finding and whom to tell, in %s', (language) => {
  const run = { ...aRun([]), confidential: [{ id: 'S-1', check: secret }] };

  const text = confidentialText(run, language, {
    exchangesOf: () => [],
    bytesOf: () => undefined,
    again: () => undefined,
  });

  expect(text).toContain('## S-1: robustness.shows-no-internals');
  expect(text).toContain(trace);
  expect(text).toContain('https://www.ncsc.nl/contact/kwetsbaarheid-melden');
});
