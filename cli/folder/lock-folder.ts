import { closeSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import type { Bilingual } from '#contract/texts/bilingual';
import { readWithin } from '#xml/read-within';
import { UsageError } from '../usage-error.ts';
import { isRunning, type RunningProcess, thisProcess } from './running-process.ts';

/** A folder that this process alone writes to. */
export interface FolderLock {
  readonly release: () => void;
}

/** What a lock file says: who has the folder. */
interface Holder extends RunningProcess {
  readonly command: string;
  readonly since: string;
}

/**
 * Takes a folder for one command; throws `UsageError` while another has it. The lock of a process that is gone, or of one of another
 * machine that had it longer than anybody needs it, is passed by making the one with the next number, which one of two that find it can do.
 */
export const lockFolder = (folder: string, command: string, mostMs = Infinity): FolderLock => {
  const before = demandFree(folder, mostMs);
  const file = fileOf(folder, (before.at(-1) ?? 0) + 1);
  writeNew(file, command);
  const release = (): void => {
    process.off('exit', release);
    rmSync(file, { force: true });
  };
  process.once('exit', release);
  // Whoever looked at an earlier moment may have made another number.
  if (numbersIn(folder).length > before.length + 1) {
    release();
    throw inUse(file, undefined);
  }
  for (const passed of before) rmSync(fileOf(folder, passed), { force: true });
  return { release };
};

/** Throws `UsageError` while a command that still runs has a folder; returns the numbers of the locks that are left of others. */
export const demandFree = (folder: string, mostMs = Infinity): readonly number[] => {
  const all = numbersIn(folder);
  const last = all.at(-1);
  if (last === undefined) return all;
  const file = fileOf(folder, last);
  const holder = holderIn(file);
  if (holder === 'gone') return demandFree(folder, mostMs);
  if (holder === undefined || (isRunning(holder) && !isOver(holder, mostMs))) throw inUse(file, holder);
  return all;
};

/** Whether a process that can't be seen from here has had a folder for too long; the file may have come with an artefact. */
const isOver = ({ host, since }: Holder, mostMs: number): boolean =>
  host !== hostname() && momentNow() - Date.parse(since) > mostMs;

const momentNow = (): number => new Date().getTime();

/** Whether a file of a folder is there only to say who has the folder. */
export const isLock = (name: string): boolean => pattern.test(name);

const pattern = /^\.in-use-(\d+)$/;

const fileOf = (folder: string, number: number): string => join(folder, `.in-use-${String(number)}`);

/** Numbers of the locks in a folder, in order; none where there is no folder to read. */
const numbersIn = (folder: string): readonly number[] => {
  try {
    return readdirSync(folder)
      .map((name) => Number(pattern.exec(name)?.[1] ?? 0))
      .filter((number) => number > 0)
      .sort((one, other) => one - other);
  } catch {
    return [];
  }
};

const writeNew = (file: string, command: string): void => {
  const holder: Holder = { ...thisProcess(), command, since: new Date().toISOString() };
  const handle = opened(file);
  try {
    writeSync(handle, `${JSON.stringify(holder)}\n`);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
};

const opened = (file: string): number => {
  try {
    return openSync(file, 'wx');
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw inUse(file, undefined);
    throw error;
  }
};

/** Undefined for a lock that says nothing: it is being written, or no file. */
const holderIn = (file: string): Holder | 'gone' | undefined => {
  try {
    if (!statSync(file).isFile()) return undefined;
    return JSON.parse(readWithin(file).toString()) as Holder;
  } catch (error) {
    return hasCode(error, 'ENOENT') ? 'gone' : undefined;
  }
};

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

const inUse = (lock: string, holder: Holder | undefined): UsageError => {
  const who = holder === undefined ? another : told(holder);
  return new UsageError({
    nl: `de map ${dirname(lock)} is in gebruik door ${who.nl}; wacht tot dat klaar is of geef een andere map (of verwijder ${lock}, als het al klaar is)`,
    en: `the folder ${dirname(lock)} is in use by ${who.en}; wait for its end or give another folder (or, if it has ended, remove ${lock})`,
  });
};

const another: Bilingual = { nl: 'een ander commando', en: 'another command' };

const told = ({ command, pid, host, since }: Holder): Bilingual => ({
  nl: `3pas ${command} (proces ${String(pid)} op ${host}, sinds ${since})`,
  en: `3pas ${command} (process ${String(pid)} on ${host}, since ${since})`,
});
