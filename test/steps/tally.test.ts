import { describe, expect, test } from 'vitest';
import { summaryLine, tallyOfStep, tallyOfTests, type TestReport, total } from './tally.ts';

const fileOf = (status: string, ...tests: readonly string[]): TestReport['testResults'][number] => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((one, index) => ({ fullName: `case ${String(index)}`, status: one })),
});

describe('tallyOfTests', () => {
  test('counts passed, failed and skipped tests', () => {
    const report = {
      testResults: [fileOf('failed', 'passed', 'failed'), fileOf('passed', 'passed', 'pending', 'todo')],
    };

    expect(tallyOfTests(report, 1)).toEqual({ passed: 2, failed: 1, skipped: ['case 1', 'case 2'] });
  });

  test('counts a file that could not be loaded as a failure', () => {
    expect(tallyOfTests({ testResults: [fileOf('failed'), fileOf('passed', 'passed')] }, 1)).toMatchObject({
      passed: 1,
      failed: 1,
    });
  });

  test('counts an exit code that no test explains as a failure', () => {
    expect(tallyOfTests({ testResults: [fileOf('passed', 'passed')] }, 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  test.each([0, 1, 139])('counts a missing report as a failure after exit code %i', (exitCode) => {
    expect(tallyOfTests(undefined, exitCode)).toMatchObject({ passed: 0, failed: 1 });
  });
});

test('a step is one, passed or failed', () => {
  expect([0, 2].map(tallyOfStep)).toMatchObject([
    { passed: 1, failed: 0 },
    { passed: 0, failed: 1 },
  ]);
});

test('the summary line is the sum of all', () => {
  const tallies = [tallyOfStep(0), tallyOfStep(1), { passed: 40, failed: 2, skipped: [] }];

  expect(summaryLine(total(tallies))).toBe('41 passed, 3 failed');
});
