import { extname } from 'node:path';
import { type Guard, guarded } from '#xml/guard';
import { GuardCrash, GuardFailure, GuardTimeout } from '#xml/guard-error';
import type { Examined, Examining } from './examined.ts';
import type { ExamineSetup } from './examine.ts';

/** Examines requests for their page; one may take too long, or bring its worker down. */
export interface GuardedExamine {
  /** Undefined where it could not be done. */
  readonly examine: (examining: Examining) => Promise<Examined | undefined>;
  readonly close: () => Promise<void>;
}

/** Milliseconds after which a worker that nobody asks anything goes: it takes as much memory as all else. */
const idleMs = 30_000;

/** Examines in a worker that is there while messages are looked at, each within a deadline in milliseconds. */
export const guardedExamine = (setup: ExamineSetup, deadlineMs: number): GuardedExamine => {
  let guard: Guard | undefined;
  let leaving: NodeJS.Timeout | undefined;
  const close = async (): Promise<void> => {
    clearTimeout(leaving);
    const closing = guard;
    guard = undefined;
    await closing?.close();
  };
  return {
    examine: async (examining) => {
      guard ??= guarded(workerModule(), { deadlineMs, memoryMiB: 512, setup });
      clearTimeout(leaving);
      leaving = setTimeout(() => void close(), idleMs + deadlineMs).unref();
      return attempt(guard, examining);
    },
    close,
  };
};

const attempt = async (guard: Guard, examining: Examining): Promise<Examined | undefined> => {
  try {
    return (await guard.call('examine', examining)) as Examined;
  } catch (error) {
    if (error instanceof GuardTimeout || error instanceof GuardCrash || error instanceof GuardFailure) return undefined;
    throw error;
  }
};

/** The worker beside this module, TypeScript or JavaScript as this one is. */
const workerModule = (): URL =>
  new URL(`./examine-worker${extname(new URL(import.meta.url).pathname)}`, import.meta.url);
