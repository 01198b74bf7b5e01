/** What a step, or all of them, came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Titles of tests that did not run. */
  readonly skipped: readonly string[];
}

/** The part of vitest's JSON report that is read. */
export interface TestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** A step without tests of its own counts as one. */
export const tallyOfStep = (exitCode: number): Tally =>
  exitCode === 0 ? { passed: 1, failed: 0, skipped: [] } : { passed: 0, failed: 1, skipped: [] };

/** Counts the tests; a file that could not be loaded, a missing report and an exit code that no test explains are failures too. */
export const tallyOfTests = (report: TestReport | undefined, exitCode: number): Tally => {
  if (report === undefined) return tallyOfStep(exitCode === 0 ? 1 : exitCode);
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failed = tests.filter((test) => test.status === 'failed').length + report.testResults.filter(isBroken).length;
  return {
    passed,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
  };
};

const isBroken = (file: TestReport['testResults'][number]): boolean =>
  file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed');

/** The sum of several. */
export const total = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, one) => sum + one.passed, 0),
  failed: tallies.reduce((sum, one) => sum + one.failed, 0),
  skipped: tallies.flatMap((one) => one.skipped),
});

/** The line that a machine reads. */
export const summaryLine = (tally: Tally): string => `${String(tally.passed)} passed, ${String(tally.failed)} failed`;
