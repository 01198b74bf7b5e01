import { resolve } from 'node:path';
import { readJournal } from '#evidence/read-journal';
import { type SoFar, soFarFold } from '#evidence/so-far';
import type { RunResult } from '#reporters/run-result';
import { mostTimes } from '#suites/resume-lab';
import { readRun } from '../report/read-run.ts';
import type { RunOptions } from '../run/options.ts';
import { suiteVersion } from '../version.ts';
import { demandNamed } from './demand-named.ts';
import { refusal } from './refusals.ts';

/** A run that was cut off, as far as it came. */
export interface UnfinishedRun {
  readonly result: RunResult;
  readonly soFar: SoFar;
  /** Requests that left, and dossiers that were made or may have been. */
  readonly sent: { readonly requests: number; readonly accepted: number };
}

/** Reads a run to go on with; throws `UsageError` for a folder that holds none, or one that nothing can be added to. */
export const readUnfinished = (folder: string): UnfinishedRun => {
  const out = resolve(folder);
  const result = readRun(out);
  const refuse = refusal(out);
  if (result.recording !== undefined) throw refuse.recording();
  if (result.started.asked.by === 'pact') throw refuse.pact();
  if (result.started.asked.by === 'replay') throw refuse.replay();
  if (result.redacted !== undefined) throw refuse.redacted();
  if (result.ended?.complete === true) throw refuse.finished();
  if (result.changed.length + result.unfounded.length > 0) throw refuse.changed();
  if (result.lost.exchanges > 0) throw refuse.lost(result.lost.exchanges);
  if (result.started.suite !== suiteVersion) throw refuse.suite(result.started.suite, suiteVersion);
  const fold = soFarFold();
  for (const event of readJournal(out)) fold.add(event);
  const soFar = fold.result();
  if (soFar.times >= mostTimes) throw refuse.times(mostTimes);
  return { result, soFar, sent: sentOf(result) };
};

/** What left just before the end may be recorded no further than that. */
export const sentOf = ({ sent, dossiers }: Pick<RunResult, 'sent' | 'dossiers'>): UnfinishedRun['sent'] => ({
  requests: sent.requests + dossiers.filter(({ isUnseen }) => isUnseen === true).length,
  accepted: dossiers.length,
});

/**
 * The options that a run began with; what is told, and how, is as it is asked for now. A journal of others can ask for code of
 * theirs, so that is trusted by who resumes.
 */
export const optionsOf = (given: RunOptions, { result: { started } }: UnfinishedRun, out: string): RunOptions => {
  demandNamed({ ...given, profile: given.named }, { asked: started.asked, out, refuse: refusal(out) });
  const { asked, seed, runs, turn, topics, documentTypes, runId, clock } = started;
  const { url: _url, named: _named, contract = asked.contract, state = asked.state, ...rest } = given;
  return {
    ...rest,
    ...{ profile: asked.profile, seed, runs, out, runId, clock },
    ...(asked.url === undefined ? {} : { url: asked.url }),
    ...(contract === undefined ? {} : { contract }),
    ...(state === undefined ? {} : { state }),
    ...(turn === undefined ? {} : { night: true, turn }),
    ...(topics.length === 0 ? {} : { topic: topics }),
    ...(documentTypes.length === 0 ? {} : { documentType: documentTypes }),
    ...(asked.rules === 'left-out' ? { rules: false } : {}),
  };
};
