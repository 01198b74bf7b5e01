import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CheckEnded, Event, ExchangeRecorded } from '#evidence/event';
import { readJournal } from '#evidence/read-journal';

/** How a command ended. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const project = resolve(import.meta.dirname, '../..');
const folders = join(project, '3pas-out/test');

/** A new folder of its own for a test; `npm test` removes those of the last time. */
export const temporaryFolder = (): string => {
  mkdirSync(folders, { recursive: true });
  return mkdtempSync(join(folders, 'run-'));
};

interface StartOptions {
  readonly onStart?: (child: ChildProcess) => void;
  /** Whether it leads a group of processes, as a terminal makes of each command. */
  readonly isGroup?: boolean;
  /** The folder that it is started in; that of the tests unless said. */
  readonly cwd?: string;
}

/** Runs `3pas` with arguments and environment variables, in a process of its own. */
export const threePas = (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  { onStart, isGroup = false, cwd }: StartOptions = {},
): Promise<Finished> =>
  new Promise((done, fail) => {
    const bin = join(project, 'cli/bin.js');
    const env = { ...process.env, LANG: 'C', ...environment };
    const child = spawn(process.execPath, [bin, ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: isGroup,
      cwd,
    });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
    child.on('error', fail);
    child.on('close', (code) => {
      done({ code, ...said });
    });
    onStart?.(child);
  });

/** The events of a run's folder that can be read; none when it has no journal. */
export const eventsIn = (out: string): readonly Event[] =>
  existsSync(join(out, 'journal.ndjson')) ? [...readJournal(out)].filter((event) => event.type !== 'damaged') : [];

/** The verdicts in a run's folder. */
export const checksIn = (out: string): readonly CheckEnded[] =>
  eventsIn(out).filter((event) => event.type === 'check-ended');

/** The exchanges in a run's folder, in the order in which they ended. */
export const exchangesIn = (out: string): readonly ExchangeRecorded[] =>
  eventsIn(out).filter((event) => event.type === 'exchange');

/** The checks that did not pass and should have, as text to compare. */
export const problemsIn = (out: string): readonly string[] =>
  checksIn(out)
    .filter(({ verdict }) => verdict === 'failed' || verdict === 'broken' || verdict === 'blocked')
    .map(({ check, verdict, deviation, reason }) => `${verdict} ${check}: ${deviation?.actual.en ?? reason?.en ?? ''}`);

/** A profile of phase 1 for an endpoint on loopback, with permission for everything, written to a folder. */
export const profileFor = (folder: string, url: string, timeoutMs = 10_000): string => {
  const file = join(folder, 'profile.yaml');
  writeFileSync(
    file,
    `profile: proef
title: proef
phase: 1
endpoint: { url: '${url}' }
credentials:
  username: { env: PROEF_GEBRUIKERSNAAM }
limits: { requestsPerSecond: 1000, requests: 100000, accepted: 100000, timeoutMs: ${String(timeoutMs)} }
bevoegdGezag: [{ soort: gemeente, naam: Woerden }]
toestemming:
  door: niemand
  datum: '2020-01-01'
  tot: '2099-12-31'
  omvang: [violations, variants, attacks, wrong-credentials, bopa]
`,
  );
  return file;
};

/** Environment variables that the profile above needs. */
export const credentials = { PROEF_GEBRUIKERSNAAM: 'proefaansluiting' };

/** Text of a file in a run's folder. */
export const fileIn = (out: string, name: string): string => readFileSync(join(out, name), 'utf8');
