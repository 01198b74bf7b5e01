import { jsonText } from '#contract/texts/json-text';
import { asBlock } from '#contract/texts/visible';
import { ForbiddenRequest } from '#endpoint/only-message';
import { readJournal } from '#evidence/read-journal';
import { foldRun } from '#reporters/run-result';
import { findProfile, profileNames } from '#profiles/find';
import { readProfile } from '#profiles/reader';
import type { RunOptions } from '../run/options.ts';
import { takeEmptyFolder } from '../folder/take-folder.ts';
import { type TakenDay, takeDay } from '../nights/take-day.ts';
import { demandNamed } from '../resume/demand-named.ts';
import { ownOf } from '../resume/refusals.ts';
import { mustKnowValues } from '../rehearsal.ts';
import { writeReports } from '../report/report-run.ts';
import { useToSend } from '../rules/use.ts';
import { momentOf, newRunId } from '../run/clock.ts';
import { leaveEnvironment } from '../run/leave-environment.ts';
import { mustLeave } from '../run/must-leave.ts';
import { type PlannedRun, planRun } from '../run/plan-run.ts';
import { type Target, openTarget } from '../run/target.ts';
import { listenToSignals, type Signals } from '../signals.ts';
import { tell, tellAside, tellInColour } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import { type CaseAt, caseAt } from './case-at.ts';
import { type HeldReplay, holdReplay } from './hold-replay.ts';
import { replayJson, replayText } from './replay-text.ts';

/** The options of `3pas replay` as they are given. */
export interface ReplayOptions extends Partial<
  Pick<
    RunOptions,
    'profile' | 'url' | 'contract' | 'trustRules' | 'rules' | 'out' | 'clock' | 'state' | 'json' | 'lang'
  >
> {
  readonly finding?: number;
}

/** Sends a case again and judges it anew; returns the exit code: 0 fixed, 1 failed, 2 wrong usage, 3 blocked. */
export const replay = async (path: string, options: ReplayOptions): Promise<number> => {
  const at = caseAt(path, options.finding);
  const planned = planReplay(path, at, options);
  const use = useToSend(planned.contract, options);
  const one = await at.load(planned.contract);
  leaveEnvironment();
  mustKnowValues(planned.contract, planned.profile);
  await mustLeave(planned);
  const lock = takeEmptyFolder(planned.config.out, 'replay');
  try {
    const day = await takeDay(planned, options.state);
    return await heldAt(day, async (ready, target, signals) => {
      const held = await endedWith(target, () => holdReplay({ ...ready, use, one }, signals));
      return told(held, planned, { options, signals });
    });
  } catch (error) {
    if (error instanceof ForbiddenRequest) throw new UsageError(error.text, { cause: error });
    throw error;
  } finally {
    lock.release();
  }
};

/** Asked as the run was that found it, unless said otherwise; the embedded endpoint goes by the day of that run, so that the same bytes serve. */
const planReplay = (path: string, { asked, contract, clock }: CaseAt, options: ReplayOptions): PlannedRun => {
  if (contract === undefined) demandOwnRun(path, asked, options);
  else if (options.profile === undefined) demandOwn(path, asked.profile);
  const profile = options.profile ?? asked.profile;
  const isMock = readProfile(findProfile(profile), process.env, options.url).endpoint.kind === 'mock';
  const planned = planRun({
    ...{ ...options, profile, runs: 1, reporter: [] },
    ...withContract(options.contract ?? asked.contract),
    ...withClock(options.clock ?? (isMock ? clock : undefined)),
    runId: newRunId(momentOf(undefined).clock),
  });
  if (contract !== undefined) tellOther(contract, planned);
  const { finding } = options;
  const { config } = planned;
  return {
    ...planned,
    config: {
      ...{ ...config, mayRepeat: false },
      asked: { ...config.asked, by: 'replay', replay: { case: path, finding } },
    },
  };
};

/** A run may come from elsewhere; whoever names a profile or an address goes there. */
const demandOwnRun = (path: string, asked: CaseAt['asked'], { profile, url, contract }: ReplayOptions): void => {
  const refuse = ownOf(
    (nl, en) =>
      new UsageError({
        nl: `de bevinding van ${path} is niet verstuurd: ${nl}`,
        en: `the finding of ${path} was not sent: ${en}`,
      }),
  );
  const isNamed = profile !== undefined || url !== undefined;
  const named = { contract, profile: profile && asked.profile, url: isNamed ? asked.url : undefined };
  demandNamed(named, { asked, out: path, refuse });
};

/** A case may come from elsewhere, with a profile of there. */
const demandOwn = (path: string, profile: string): void => {
  if (profileNames().includes(profile)) return;
  throw new UsageError({
    nl: `${path} is gevonden met profiel ${profile}, dat niet bij 3pas hoort; geef met --profile het bestand daarvan, of een ander profiel`,
    en: `${path} was found with profile ${profile}, which does not come with 3pas; give its file with --profile, or another profile`,
  });
};

/** What a case shows under another contract may be something else. */
const tellOther = ({ id, digest }: NonNullable<CaseAt['contract']>, { contract, config }: PlannedRun): void => {
  if (digest === contract.digest) return;
  const [was, is] = [`${id} (${digest.slice(0, 8)})`, `${contract.id} (${contract.digest.slice(0, 8)})`];
  tellAside(
    `3pas: ${asBlock({ nl: `dit geval is gevonden met contract ${was} en wordt met ${is} beoordeeld; geef dat andere met --contract als u het hebt`, en: `this case was found with contract ${was} and is judged with ${is}; give the other one with --contract where you have it` }[config.language])}\n`,
  );
};

const withContract = (contract: string | undefined) => (contract === undefined ? {} : { contract });
const withClock = (clock: string | undefined) => (clock === undefined ? {} : { clock });

type Hold = (ready: PlannedRun, target: Target, signals: Signals) => Promise<number>;

/** What is left of the requests of a day holds for a replay too. Until its endpoint is there a signal ends it, as it does a run. */
const heldAt = async (day: TakenDay, hold: Hold): Promise<number> => {
  try {
    const target = await openTarget(day.planned);
    const signals = listenToSignals();
    try {
      return await hold({ ...day.planned, config: target.config }, target, signals);
    } finally {
      signals.forget();
    }
  } finally {
    await day.settle();
  }
};

const endedWith = async <Held>({ stop }: Target, hold: () => Promise<Held>): Promise<Held> => {
  try {
    return await hold();
  } finally {
    await stop();
  }
};

const exitCodes: Readonly<Record<HeldReplay['outcome'], number>> = { fixed: 0, failed: 1, blocked: 3 };

interface Telling {
  readonly options: ReplayOptions;
  readonly signals: Signals;
}

const told = async (
  held: HeldReplay,
  { config: { out, language } }: PlannedRun,
  { options, signals }: Telling,
): Promise<number> => {
  const result = foldRun(readJournal(out));
  const { json = false } = options;
  const written = { from: out, to: out, language, reporter: [], json, strict: 'must', complete: false } as const;
  const { confidential, problem } = await writeReports(result, written, signals);
  const [check] = result.checks;
  const shown = { ...held, check, target: result.started.target, confidential, out };
  if (json) tell(`${jsonText(replayJson(shown))}\n`);
  else tellInColour(`${replayText(shown, language)}\n`);
  if (problem === undefined) return exitCodes[held.outcome];
  tellAside(`3pas: ${asBlock(problem)}\n`);
  return 3;
};
