import type { Planned } from '#evidence/event';
import type { Journal } from '#evidence/journal';
import { mendJournal } from '#evidence/mend-journal';
import { toAct } from '#evidence/so-far';
import { planPhase, select } from '#harness/plan';
import type { RunConfig } from '#harness/run-config';
import { number } from '#reporters/number';
import type { PlannedRun } from '../run/plan-run.ts';
import { tellAside } from '../tell.ts';
import type { UnfinishedRun } from './unfinished-run.ts';

/** How a run that was cut off goes on. */
export interface GoingOn {
  readonly sent: UnfinishedRun['sent'];
  /** Whether a check is left to act, by its key. */
  readonly isLeft: (key: string) => boolean;
  /** How many are. */
  readonly left: number;
  /** Dossier numbers that the embedded endpoint may have given. */
  readonly numbers: number;
  readonly config: Pick<RunConfig, 'before'>;
  /** Whether the journal tells what the run aims at. */
  readonly isAimed: boolean;
  /** Takes out of the journal what was not finished. */
  readonly mend: () => void;
  /** Journals that the run goes on, and its scope where that is not there. */
  readonly begin: (journal: Journal, scope: Planned, target: string) => void;
}

/** More than are ever under way at once. */
const underWay = 1000;

/** Plans what is left of a run; throws nothing and writes nothing yet. */
export const goingOn = ({ contract, profile, config }: PlannedRun, unfinished: UnfinishedRun): GoingOn => {
  const { result, soFar, sent } = unfinished;
  const plan = select(planPhase(contract, config.phase, profile.endpoint.kind === 'mock'), config).map(
    ({ key }) => key,
  );
  const left = toAct(soFar, plan);
  const again = [...left].filter((key) => soFar.open.has(key) || soFar.ended.has(key));
  const time = soFar.times + 1;
  let torn = 0;
  return {
    ...{ sent, isLeft: (key) => left.has(key), left: left.size },
    numbers: sent.requests + underWay,
    config: { before: { time, accepted: sent.accepted, offered: [...soFar.offered] } },
    isAimed: result.aim !== undefined,
    mend: () => {
      if (result.damaged > 0) torn = mendJournal(config.out);
    },
    begin: (journal, scope, target) => {
      const at = new Date().toISOString();
      journal.append({ type: 'run-resumed', at, time, target, again, torn: torn || undefined });
      if (result.planned === undefined) journal.append(scope);
      tellAside(`${words[config.language](time, plan.length - left.size, left.size)}\n`);
    },
  };
};

const words = {
  nl: (time: number, done: number, left: number) =>
    `De run gaat verder, voor de ${String(time)}e keer: ${number(done, 'nl')} controles zijn al beslist, ${number(left, 'nl')} volgen.`,
  en: (time: number, done: number, left: number) =>
    `The run goes on, resumed ${time === 1 ? 'once' : `${String(time)} times`}: ${number(done, 'en')} checks are decided, ${number(left, 'en')} follow.`,
} as const;
