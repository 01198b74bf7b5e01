import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckEnded, RunStarted } from '#evidence/event';
import { openJournal } from '#evidence/journal';
import { resultLines, runText } from '#reporters/run-files';
import type { RunResult } from '#reporters/run-result';
import { aCheck, aJudgement, anExchange, aRun } from '../samples/run.ts';
import { temporaryFolder } from '../run/three-pas.ts';

/** A run as it is written for a test. */
export interface WrittenRun {
  readonly started?: Partial<RunStarted>;
  readonly checks?: readonly CheckEnded[];
  /** Whether it was killed before its end. */
  readonly isKilled?: boolean;
  /** Whether it was stopped before its last check, with its reports. */
  readonly isStopped?: boolean;
}

/** A check that an endpoint fails by answering a Fault to what a seed made. */
export const failedCheck = aCheck({
  verdict: 'failed',
  deviation: { expected: { nl: 'aangenomen', en: 'accepted' }, actual: { nl: 'HTTP 500', en: 'HTTP 500' } },
  counterexample: { case: 1, seed: 7, path: '0:1', differences: [] },
});

/** Writes the folder of a run that sent one delivery for each of its checks, at 01:00 UTC so many days after 1 March 2025; returns it. */
export const writeRun = (
  day: number,
  { started = {}, checks = [aCheck()], isKilled = false, isStopped = false }: WrittenRun = {},
): string => {
  const folder = join(temporaryFolder(), 'run');
  mkdirSync(folder);
  const run = aRun(checks);
  const at = new Date(Date.UTC(2025, 2, 1 + day, 1)).toISOString();
  const begin: RunStarted = { ...run.started, runId: `r${String(day)}`, at, seed: day, ...started };
  const journal = openJournal(folder);
  const facts = checks.flatMap((check) => factsOf(check, journal.nextId()));
  const ended = run.ended && { ...run.ended, complete: !isStopped };
  const end = isKilled ? [] : [...checks, ended];
  for (const event of [begin, run.planned, ...facts, ...end]) if (event !== undefined) journal.append(event);
  journal.close();
  if (!isKilled) writeReports(folder, { ...run, started: begin });
  return folder;
};

const factsOf = ({ check, documentType, verdict, deviation }: CheckEnded, id: string) => {
  const target = { check, documentType, id };
  return verdict === 'failed' && deviation !== undefined
    ? [
        anExchange({ ...target, answer: 'fault', status: 500 }),
        aJudgement({ check, judgement: { kind: 'deviates', deviation } }),
      ]
    : [anExchange({ ...target, dossierNumber: '10000001' }), aJudgement({ check })];
};

const writeReports = (folder: string, run: RunResult): void => {
  writeFileSync(join(folder, 'run.json'), runText(run));
  writeFileSync(join(folder, 'results.ndjson'), resultLines(run));
  for (const name of ['coverage.html', 'junit.xml']) writeFileSync(join(folder, name), '');
};
