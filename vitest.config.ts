import { defineConfig } from 'vitest/config';

const never = ['node_modules/**', 'dist/**', '3pas-out/**'];

export default defineConfig({
  cacheDir: '3pas-out/.cache/vitest',
  test: {
    pool: 'forks',
    allowOnly: false,
    globalSetup: 'test/temporary-folder.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'units', include: ['**/*.test.ts'], exclude: [...never, 'test/**'] } },
      {
        // A whole run wants the machine for itself: its deadlines are real time.
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: never,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 300_000,
        },
      },
    ],
  },
});
