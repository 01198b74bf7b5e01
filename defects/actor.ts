import type { Contract } from '#contract/contract';
import type { CheckEnded, ExchangeRecorded } from '#evidence/event';
import type { Journal } from '#evidence/journal';
import { createGeneration } from '#generators/create-generation';
import { loadFaces } from '#generators/faces/load-faces';
import { inTurns, planPhase, select } from '#harness/plan';
import type { RunConfig } from '#harness/run-config';
import { createOracle } from '#judgement/oracle';
import { actCheck } from '#suites/act-check';
import { aansluit, poc, production } from '#suites/contents';
import { labAround } from '#suites/open-lab';
import { replayTurn } from '#suites/replay/replay-first';
import type { Contents } from '#suites/topics';
import { remembered } from './remembered.ts';
import { type Left, runId, today } from './place.ts';
import type { Selected } from './seeded-defect.ts';

/** Runs the checks that a configuration plans, one after another in this process. */
export type Act = (
  config: RunConfig,
  selected?: Pick<Selected, 'only' | 'constraint'>,
  journal?: Journal,
) => Promise<Left>;

const contentsOf: Readonly<Record<number, Contents>> = { 1: poc, 2: aansluit, 3: aansluit, 4: production };

/** Loads the suite of a contract once, to act any number of runs. */
export const actorFor = async (contract: Contract): Promise<Act> => {
  const oracle = createOracle(contract);
  const generation = createGeneration({
    contract,
    oracle: { ...oracle, judge: remembered(oracle.judge), inspect: remembered(oracle.inspect) },
    context: { today, oin: undefined, mandates: undefined },
    runId,
    faces: await loadFaces(contract),
    authorities: undefined,
    media: undefined,
  });
  return async (config, { only = () => true, constraint } = {}, journal) => {
    const exchanges: ExchangeRecorded[] = [];
    const { authorities, media, phase } = config;
    const { lab, bench } = labAround(config, { ...generation, authorities, media }, journal ?? journalInto(exchanges));
    const contents = contentsOf[phase] ?? poc;
    try {
      const ended: CheckEnded[] = [];
      const first = replayTurn({ lab, bench, contents });
      for (const folder of first.folders) await first.replay(folder);
      await first.close();
      const plan = select(planPhase(contract, phase, config.mockControl !== undefined), config);
      for (const check of inTurns(plan).flat()) {
        if (!only(check)) continue;
        const acted = constraint === undefined ? check : { ...check, constraints: [constraint] };
        ended.push((await actCheck({ lab, bench, contents }, acted)).event);
      }
      return { ended, exchanges };
    } finally {
      await lab.client.close();
    }
  };
};

/** Keeps no bytes: verdicts and connections are all that is asked for. */
const journalInto = (exchanges: ExchangeRecorded[]): Journal => ({
  append: (event) => {
    if (event.type === 'exchange') exchanges.push(event);
  },
  keep: () => ({ place: undefined, lacks: false }),
  nextId: () => '',
  close: () => undefined,
});
