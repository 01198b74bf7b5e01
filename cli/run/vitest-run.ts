import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import AllureReporter from 'allure-vitest/reporter';
import { createVitest, type Vitest } from 'vitest/node';
import { leanProcess } from '#endpoint/lean-process';
import { OutputFailure } from '#harness/journal';
import type { RunConfig } from '#harness/run-config';
import { tellAside } from '../tell.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The table of contents of each phase. */
const suites: Readonly<Record<number, string>> = {
  1: '1-poc',
  2: '2-tst-koop',
  3: '3-tst-pkio',
  4: '4-productie',
};

/** Runs the suite of the configured phase in one process of its own; `stop` ends it before its last check. */
export interface SuiteRun {
  /** Resolves when the suite has ended; with the errors that were no verdicts. */
  readonly ended: Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
  /** Ends its process, whatever it is at; nothing is written by it afterwards. */
  readonly abandon: () => Promise<void>;
}

/** Starts vitest on the suite of a phase, with Allure results as its only report. */
export const startSuite = async (config: RunConfig): Promise<SuiteRun> => {
  const name = suites[config.phase];
  if (name === undefined) throw new Error(`there is no suite for phase ${String(config.phase)}`);
  const file = ['ts', 'js'].map((type) => `suites/${name}.suite.${type}`).find((path) => existsSync(join(root, path)));
  if (file === undefined) throw new Error(`the suite ${name} is not there`);
  const vitest = await createVitest(
    {
      root,
      config: false,
      watch: false,
      include: [file],
      exclude: [],
      pool: 'forks',
      ...leanProcess,
      fsModuleCache: false,
      fileParallelism: false,
      isolate: false,
      experimental: { viteModuleRunner: false },
      maxConcurrency: config.limits.connections,
      includeTaskLocation: false,
      reporters: config.allure ? [allureReporter(config)] : [{}],
      provide: { run: config },
    },
    { cacheDir: join(config.out, '.cache'), logLevel: 'silent' },
    { stdout: aside(), stderr: aside() },
  );
  return {
    ended: end(vitest, config.out),
    stop: () => vitest.cancelCurrentRun('keyboard-input'),
    abandon: () => vitest.close(),
  };
};

/** What vitest and the process of the suite say by themselves, which quotes whatever was thrown, as lines of ours on stderr. */
const aside = (): Writable =>
  new Writable({
    decodeStrings: false,
    write: (chunk: Buffer | string, _, done) => {
      tellAside(chunk.toString());
      done();
    },
  });

const allureReporter = (config: RunConfig): AllureReporter =>
  new AllureReporter({
    resultsDir: join(config.out, 'allure-results'),
    reportMatchers: false,
    environmentInfo: {
      profile: config.profile,
      phase: String(config.phase),
      endpoint: config.url,
      ...(config.proxy === undefined ? {} : { proxy: config.proxy.url }),
      suite: config.suite,
      seed: String(config.seed),
      runs: String(config.runs),
      clock: config.clock,
      run: config.runId,
    },
  });

/** What a reporter of vitest can't write ends vitest, and is no bug of ours. */
const end = async (vitest: Vitest, out: string): Promise<readonly string[]> => {
  try {
    const { testModules, unhandledErrors } = await vitest.start();
    const errors = testModules.flatMap((module) => module.errors());
    return [...errors, ...unhandledErrors].map((error) => messageOf(error));
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return [new OutputFailure(out, error).message];
  } finally {
    process.exitCode = undefined;
    await vitest.close();
  }
};

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
