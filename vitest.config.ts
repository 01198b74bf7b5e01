import { defineConfig } from 'vitest/config';

const never = ['node_modules/**', 'dist/**', '3pas-out/**'];

/** Folders of tests that start no run of their own. */
const sideBySide = ['attack', 'clauses', 'defects', 'lint', 'oracle', 'pact', 'records', 'selfcheck', 'steps', 'swaps'];

export default defineConfig({
  cacheDir: '3pas-out/.cache/vitest',
  test: {
    pool: 'forks',
    allowOnly: false,
    // Unless it is told vitest leaves one core idle.
    maxWorkers: '100%',
    globalSetup: 'test/temporary-folder.ts',
    // Pact tells its makers of each use unless it is told not to.
    env: { PACT_DO_NOT_TRACK: 'true' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        // A process loads the modules once for all files that it takes: half of a short one's time.
        extends: true,
        test: { name: 'units', include: ['**/*.test.ts'], exclude: [...never, 'test/**'], isolate: false },
      },
      {
        // Long, and no process beside them has a deadline: they go side by side.
        extends: true,
        test: {
          name: 'long',
          isolate: false,
          include: [`test/{${sideBySide.join(',')}}/**/*.test.ts`, 'test/*.test.ts'],
          exclude: never,
          testTimeout: 300_000,
        },
      },
      {
        // The suite's one thread sets the pace of a run; two runs fill two cores.
        extends: true,
        test: {
          name: 'pairs',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...never, `test/{${sideBySide.join(',')}}/**`, 'test/*.test.ts'],
          sequence: { groupOrder: 1 },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
