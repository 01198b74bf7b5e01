import type { Bilingual } from '#contract/texts/bilingual';
import type { CorpusCase } from '#evidence/corpus/corpus-case';
import type { CheckEnded, Planned } from '#evidence/event';
import { type Journal, openJournal } from '#evidence/journal';
import { createGeneration } from '#generators/create-generation';
import { allowedFaces } from '#generators/faces/allowed-faces';
import { secretsIn } from '#harness/client/secrets';
import { type Bench, type Exclusion, type Stage, runCheck, skipCheck } from '#harness/run-check';
import { CaseUndecided } from '#harness/stop';
import { createOracle } from '#judgement/oracle';
import type { Lab } from '#suites/lab';
import { labAround } from '#suites/open-lab';
import { type Replayable, openReplayer } from '#suites/replay/replayer';
import { scrubFor } from '#suites/scrub';
import type { RulesUse } from '../rules/use.ts';
import type { PlannedRun } from '../run/plan-run.ts';
import { runStarted } from '../run/run-started.ts';
import type { Signals } from '../signals.ts';
import { interrupted } from '../stopped.ts';

/** What a case came to; `reason` where it was not sent. */
export interface HeldReplay {
  readonly one: CorpusCase;
  readonly outcome: 'fixed' | 'failed' | 'blocked';
  readonly reason: Bilingual | undefined;
  readonly isMock: boolean;
}

/** A replay that is ready, with an address. */
interface ReadyReplay extends PlannedRun {
  readonly use: RulesUse;
  readonly one: CorpusCase;
}

/** Sends a case again, has its own judge decide, and journals all of it as a run of one check. */
export const holdReplay = async (ready: ReadyReplay, signals: Signals): Promise<HeldReplay> => {
  const { config, one } = ready;
  const journal = openJournal(config.out, { scrub: scrubFor(secretsIn(config)) });
  const stop = new AbortController();
  const halt = (): void => {
    stop.abort();
  };
  signals.to(halt);
  if (signals.count() > 0) halt();
  const { lab, bench } = await labOf(ready, journal);
  const replayer = openReplayer(stoppable(lab, stop.signal));
  try {
    const found = await replayer.find(one);
    begin(ready, journal, found);
    const event = await acted(bench, found, stop.signal);
    const reason = stop.signal.aborted ? interrupted : undefined;
    journal.append({ type: 'run-ended', at: config.clock, complete: reason === undefined, reason });
    return { one, isMock: config.mockControl !== undefined, ...outcomeOf(event, found) };
  } finally {
    await Promise.all([replayer.close(), lab.client.close()]);
    journal.close();
  }
};

const labOf = async ({ contract, config }: ReadyReplay, journal: Journal) => {
  const { today, oin, mandates, runId, authorities, media } = config;
  const generation = createGeneration({
    ...{ contract, runId, authorities, media },
    oracle: createOracle(contract),
    context: { today, oin, mandates },
    faces: await allowedFaces(contract, config.rules),
  });
  return labAround(config, generation, journal);
};

/** Whoever stops the command waits for no answer. */
const stoppable = (lab: Lab, signal: AbortSignal): Lab => ({
  ...lab,
  client: { ...lab.client, send: (request) => lab.client.send({ signal, ...request }) },
});

const begin = (ready: ReadyReplay, journal: Journal, { check, does }: Replayable): void => {
  const isActed = check !== undefined && 'act' in does;
  const planned: Planned = {
    type: 'planned',
    ...{ plan: check === undefined ? 0 : 1, scope: isActed ? 1 : 0, unselected: 0, runs: ready.config.runs },
    requests: isActed ? ready.one.requests.length : 0,
    leftOut: [],
  };
  journal.append(runStarted(ready, check === undefined ? 0 : 1));
  journal.append(planned);
};

const acted = async (bench: Bench, { check, does }: Replayable, stop: AbortSignal): Promise<CheckEnded | undefined> => {
  if (check === undefined) return undefined;
  if ('reason' in does) return skipCheck(bench, check, asExclusion(does)).event;
  const act = async (stage: Stage): Promise<void> => {
    // What was not judged by then is not, and that is no mistake of the suite or of the case.
    const halted = (): void => {
      stage.state({ verdict: 'untested', reason: interrupted });
    };
    stop.addEventListener('abort', halted);
    if (stop.aborted) halted();
    else await decided(stage, () => does.act(stage, (own) => own.overStream()));
    stop.removeEventListener('abort', halted);
  };
  return (await runCheck(bench, check, act)).event;
};

/** A case that nobody judged says why it is not. */
const decided = async (stage: Stage, act: () => Promise<void>): Promise<void> => {
  try {
    await act();
  } catch (error) {
    if (error instanceof CaseUndecided) stage.state({ verdict: 'blocked', reason: error.text });
    throw error;
  }
};

const asExclusion = ({ reason }: { readonly reason: Bilingual }): Exclusion => ({ verdict: 'blocked', reason });

/** Whatever does not decide, and whoever is to blame for that, leaves the case blocked. */
const outcomeOf = (event: CheckEnded | undefined, { does }: Replayable): Pick<HeldReplay, 'outcome' | 'reason'> => {
  if (event === undefined) return { outcome: 'blocked', reason: 'reason' in does ? does.reason : undefined };
  const { verdict, reason } = event;
  return { outcome: verdict === 'passed' ? 'fixed' : verdict === 'failed' ? 'failed' : 'blocked', reason };
};
