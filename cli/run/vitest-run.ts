import type { Vitest } from 'vitest/node';
import type { Contract } from '#contract/contract';
import type { Bilingual } from '#contract/texts/bilingual';
import { leanProcess } from '#endpoint/lean-process';
import { OutputFailure } from '#evidence/journal';
import type { RunConfig } from '#harness/run-config';
import { scrubFor } from '#suites/scrub';
import { secretsIn } from '#harness/client/secrets';
import { openVitest } from '../open-vitest.ts';
import { scratchIn } from '../report/scratch.ts';
import { saidBy } from '../said-by.ts';

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
  readonly ended: Promise<readonly Bilingual[]>;
  readonly stop: () => Promise<void>;
  /** Ends its process, whatever it is at; nothing is written by it afterwards. */
  readonly abandon: () => Promise<void>;
}

/** Starts vitest on the suite of a phase; it reports nothing, since the journal holds everything. */
export const startSuite = async (contract: Contract, config: RunConfig): Promise<SuiteRun> => {
  const name = suites[config.phase];
  if (name === undefined) throw new Error(`there is no suite for phase ${String(config.phase)}`);
  let isStopped = false;
  // What is cancelled before the suite has begun goes on in silence.
  const cancelAgain = (): void => {
    if (isStopped) void cancel();
  };
  const vitest = await openVitest({
    suite: `suites/${name}.suite`,
    scratch: scratchIn(config.out),
    scrub: scrubFor(secretsIn(config)).text,
    options: {
      pool: 'forks',
      ...leanProcess,
      maxConcurrency: config.limits.connections,
      reporters: [{ onTestModuleStart: cancelAgain }],
      provide: { run: config, contract },
    },
  });
  const cancel = (): Promise<void> => vitest.cancelCurrentRun('keyboard-input');
  return {
    ended: end(vitest, config.out),
    stop: () => {
      isStopped = true;
      return cancel();
    },
    // The second time that it is told to end while it is ending, it ends at once.
    abandon: () => {
      void cancel();
      return vitest.close();
    },
  };
};

/** What a reporter of vitest can't write ends vitest, and is no bug of ours. */
const end = async (vitest: Vitest, out: string): Promise<readonly Bilingual[]> => {
  try {
    const { testModules, unhandledErrors } = await vitest.start();
    const errors = testModules.flatMap((module) => module.errors());
    return [...errors, ...unhandledErrors].map(saidBy);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return [new OutputFailure(out, error).text];
  } finally {
    process.exitCode = undefined;
    await vitest.close();
  }
};
