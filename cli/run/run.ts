import { resolve } from 'node:path';
import { planPhase, select } from '#harness/plan';
import { type Journal, OutputFailure, openJournal } from '#evidence/journal';
import type { RunConfig } from '#harness/run-config';
import type { NeverBroken, Planned } from '#evidence/event';
import type { Bilingual } from '#contract/texts/bilingual';
import type { Contract } from '#contract/contract';
import { asBlock } from '#contract/texts/visible';
import type { Profile } from '#profiles/profile';
import { unmarkedFor } from '#harness/client/manners';
import { scrubFor } from '#suites/scrub';
import { secretsIn } from '#harness/client/secrets';
import type { Chosen } from '#suites/replay/choose';
import { isSmoke } from '#suites/spread';
import { mustLeave } from './must-leave.ts';
import { runStarted } from './run-started.ts';
import { leaveEnvironment } from './leave-environment.ts';
import { demandsIn } from '../demands.ts';
import { type RulesUse, useToSend } from '../rules/use.ts';
import { readJournal } from '#evidence/read-journal';
import { leftOutLines, paceLine } from '#reporters/left-out-lines';
import { exitCodes } from '#reporters/outcome';
import { foldRun, type RunResult } from '#reporters/run-result';
import type { Language } from '#reporters/texts';
import { words } from '../report/words.ts';
import { saidBy } from '../said-by.ts';
import { listenToSignals, type Signals } from '../signals.ts';
import { tellAside } from '../tell.ts';
import { interrupted } from '../stopped.ts';
import { onInterrupt } from './interrupt.ts';
import { corpusOf, keptInCorpus, tellChosen } from '../corpus/corpus-of-run.ts';
import type { RunCorpus } from '../corpus/run-corpus.ts';
import type { RunOptions } from './options.ts';
import { takeEmptyFolder, takeFolder } from '../folder/take-folder.ts';
import { demandRun } from '../report/read-run.ts';
import { demandSame } from '../resume/demand-same.ts';
import { type GoingOn, goingOn } from '../resume/going-on.ts';
import { optionsOf, readUnfinished } from '../resume/unfinished-run.ts';
import { type PlannedRun, planRun } from './plan-run.ts';
import { scopeFor } from './scope-for.ts';
import { turnLine } from '../nights/night-turn.ts';
import { takeDay } from '../nights/take-day.ts';
import { tellProgress } from './progress.ts';
import { together } from './together.ts';
import { untestedOperations } from '../contract/untested-operations.ts';
import { type Target, openTarget } from './target.ts';
import type { SuiteRun } from './vitest-run.ts';

/**
 * The whole of `3pas run`: plan, act, report; returns the exit code. Each stage loads what it needs when it begins, so that
 * the embedded endpoint and the suite, which are other processes, start up meanwhile.
 */
export const run = async (options: RunOptions): Promise<number> => {
  if (options.resume !== undefined) return resume(options, resolve(options.resume));
  const planned = planRun(options);
  const use = await fitToLeave(planned, options);
  const lock = takeEmptyFolder(planned.config.out, 'run');
  try {
    return await scopeAndAct(planned, { use, options });
  } finally {
    lock.release();
  }
};

/** The same for a run that was cut off. */
const resume = async (given: RunOptions, out: string): Promise<number> => {
  demandRun(out);
  const lock = takeFolder(out, 'run --resume');
  try {
    const unfinished = readUnfinished(out);
    const options = optionsOf(given, unfinished, out);
    const planned = planRun(options);
    demandSame(unfinished, planned);
    const use = await fitToLeave(planned, options);
    return await scopeAndAct(planned, { use, options, before: goingOn(planned, unfinished) });
  } finally {
    lock.release();
  }
};

/** What can only be known of a run's surroundings, before anything is sent. */
const fitToLeave = async (planned: PlannedRun, options: RunOptions): Promise<RulesUse> => {
  const { contract, config } = planned;
  for (const remark of unmarkedFor(contract, config)) tellAside(`3pas: ${remark[config.language]}\n`);
  leaveEnvironment();
  const use = useToSend(contract, options);
  await mustLeave(planned);
  return use;
};

interface Asked {
  readonly use: RulesUse;
  readonly options: RunOptions;
  readonly before?: GoingOn;
}

const scopeAndAct = async (planned: PlannedRun, asked: Asked): Promise<number> => {
  const day = await takeDay(planned, asked.options.state, asked.before === undefined ? 'anew' : 'resumed');
  try {
    return await inScope(day.planned, asked);
  } finally {
    await day.settle();
  }
};

const inScope = async (planned: PlannedRun, { use, options, before }: Asked): Promise<number> => {
  const corpus = await corpusOf(planned.profile, options.corpus, planned.config.language);
  const { target, never } = await rehearsedTarget(planned, use, before);
  const isDoctored = options.skipDoctor !== true;
  const scope = await scopeFor(planned, target, { never, isDoctored, before, corpus: corpus?.kept });
  const { lapsed } = scope.config;
  if (lapsed !== undefined) tellAside(`3pas: ${lapsed[planned.config.language]}\n`);
  const config = before === undefined ? scope.config : { ...scope.config, ...before.config };
  return actAndReport(
    { ...planned, planned: scope.planned, config, target, never, before, corpus, chosen: scope.chosen },
    options,
  );
};

/** A run whose endpoint is there, and whose deliveries can be made. */
interface ReadyRun extends PlannedRun, Rehearsed {
  readonly planned: Planned;
  /** Undefined for a run that begins. */
  readonly before: GoingOn | undefined;
  readonly corpus: RunCorpus | undefined;
  readonly chosen: Chosen | undefined;
}

interface Rehearsed {
  readonly target: Target;
  readonly never: readonly NeverBroken[];
}

const actAndReport = async (ready: ReadyRun, options: RunOptions): Promise<number> => {
  const signals = listenToSignals();
  try {
    try {
      await act(ready, options, signals);
    } finally {
      await ready.target.stop();
    }
    const isKept = await keptInCorpus(ready);
    const code = await reported(ready.config, options, signals);
    return code === 0 && !isKept ? exitCodes.unwritten : code;
  } catch (error) {
    // What was made at the endpoint is in the journal, whatever went wrong since.
    tellAside(`${words[ready.config.language].wayOut(ready.config.out)}\n`);
    throw error;
  } finally {
    signals.forget();
  }
};

const reported = async ({ out, language }: RunConfig, options: RunOptions, signals: Signals): Promise<number> => {
  const { reportRun } = await import('../report/report-run.ts');
  const { reporter, json = false } = options;
  return reportRun(resultIn(out), { from: out, to: out, language, reporter, json, ...demandsIn(options) }, signals);
};

/** The journal can have gone with its folder. */
const resultIn = (out: string): RunResult => {
  try {
    return foldRun(readJournal(out));
  } catch (error) {
    throw new OutputFailure(out, error);
  }
};

/** Opens the endpoint while what will be sent to it is rehearsed here; nothing is sent when that goes wrong. */
const rehearsedTarget = async (planned: PlannedRun, use: RulesUse, before?: GoingOn): Promise<Rehearsed> => {
  const opening = openTarget(planned, before?.numbers);
  const [target, never] = await together(opening, mustWork(planned, use), ({ stop }) => stop());
  return { target, never };
};

/** What only comes to light when it is tried, before anything is sent. */
const mustWork = async ({ profile, contract, config }: PlannedRun, use: RulesUse): Promise<readonly NeverBroken[]> => {
  const [{ mustKnowValues }, { triedRules }] = await Promise.all([
    import('../rehearsal.ts'),
    import('../rules/tried.ts'),
  ]);
  mustKnowValues(contract, profile);
  const { today, runId, oin, mandates, authorities, media, documentTypes } = config;
  const rehearsal = { documentTypes, rulesIn: isSmoke(config) ? 'one-type' : 'each-type' } as const;
  return triedRules({
    contract,
    use,
    occasion: { today, runId },
    sender: { oin, mandates, authorities, media },
    rehearsal,
  });
};

const act = async (ready: ReadyRun, options: RunOptions, signals: Signals): Promise<void> => {
  const { config, before } = ready;
  before?.mend();
  const journal = openJournal(config.out, {
    scrub: scrubFor([...secretsIn(config), ...passphrasesIn(ready.profile)]),
  });
  if (before === undefined) begin(journal, ready);
  else before.begin(journal, ready.planned, config.url);
  if (before?.left === 0) end(journal, undefined, config.language);
  else await actSuite(ready, { options, signals, journal });
};

interface Acting {
  readonly options: RunOptions;
  readonly signals: Signals;
  readonly journal: Journal;
}

const actSuite = async (ready: ReadyRun, { options, signals, journal }: Acting): Promise<void> => {
  const { contract, config: planned, never, planned: scope, before } = ready;
  await tellChosen(ready.chosen, planned.language);
  if (contract.otherOperations.length > 0)
    tellAside(`${untestedOperations(contract.otherOperations, planned.language)}\n`);
  const isAsked = options.skipDoctor !== true && scope.scope > 0;
  const doctor = isAsked ? diagnose(journal, contract, planned) : Promise.resolve(planned);
  // Nothing stands between us and our own endpoint: there the suite starts up while the doctor looks.
  const isEmbedded = planned.mockControl !== undefined;
  const starting = start(contract, isEmbedded ? planned : await doctor);
  const [suite, config] = await together(starting, doctor, ({ abandon }) => abandon());
  const progress = tellProgress(config.out, config.language);
  const interrupt = onInterrupt(signals, suite.stop);
  try {
    const { aimOf } = await import('../coverage/run-coverage.ts');
    if (before?.isAimed !== true) journal.append(aimOf(contract, never));
    const endpoint = watchEndpoint(ready.target, suite);
    const errors = await Promise.race([suite.ended, interrupt.patienceOver, endpoint.gone]);
    if (interrupt.happened()) await suite.abandon();
    const reason = endpoint.failure() ?? errors[0] ?? config.blocked;
    end(journal, interrupt.happened() ? interrupted : reason, config.language);
  } finally {
    signals.to(() => undefined);
    progress.stop();
  }
};

const nothingInScope = {
  nl: 'Er is niets te toetsen, dus er wordt niets verstuurd.',
  en: 'Nothing is in scope, so nothing is sent.',
} as const;

/** What will be decided and what is left out, before anything is sent. */
const tellPlan = (planned: Planned, config: RunConfig): void => {
  const { language, limits } = config;
  const lines = [
    ...turnLine(config),
    ...(planned.scope === 0 ? [nothingInScope[language]] : paceLine(planned, limits, language)),
    ...leftOutLines({ leftOut: planned.plan - planned.scope, plan: planned.plan, reasons: planned.leftOut }, language),
  ];
  if (lines.length > 0) tellAside(`${lines.join('\n')}\n`);
};

/** Passwords of files with keys, which the process of the suite never gets. */
const passphrasesIn = ({ certificate, wrongCertificates }: Profile): readonly string[] =>
  [certificate?.kind === 'mock' ? undefined : certificate, ...Object.values(wrongCertificates)].flatMap(
    (files) => files?.password ?? [],
  );

const diagnose = async (journal: Journal, contract: Contract, config: RunConfig): Promise<RunConfig> => {
  const { consult } = await import('./consult.ts');
  return consult(journal, contract, config);
};

const start = async (contract: Contract, config: RunConfig): Promise<SuiteRun> => {
  const { startSuite } = await import('./vitest-run.ts');
  return startSuite(contract, config);
};

/** The end is told even when it can't be written: then the run has none, and counts as incomplete. */
const end = (journal: Journal, reason: Bilingual | undefined, language: Language): void => {
  try {
    journal.append({ type: 'run-ended', at: new Date().toISOString(), complete: reason === undefined, reason });
    journal.close();
  } catch (error) {
    if (!(error instanceof OutputFailure)) throw error;
    tellAside(`3pas: ${asBlock(error.text[language])}\n`);
  }
};

/** Without its endpoint a suite would blame it for each answer that does not come. */
const watchEndpoint = ({ ended }: Target, { abandon }: SuiteRun) => {
  let failure: Bilingual | undefined;
  const gone = ended.then(async (error) => {
    failure = saidBy(error);
    await abandon();
    return [];
  });
  return { gone, failure: () => failure };
};

const begin = (journal: Journal, ready: ReadyRun): void => {
  const { contract, config } = ready;
  const isMock = config.mockControl !== undefined;
  journal.append(runStarted(ready, select(planPhase(contract, config.phase, isMock), config).length));
  journal.append(ready.planned);
  tellPlan(ready.planned, config);
};
