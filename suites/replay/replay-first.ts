import { type KeptCase, foundBy, readKept } from '#evidence/corpus/corpus';
import { type Replayed, replayFirst } from '#harness/replay-first';
import { createSpare } from '#harness/spare';
import { CaseUndecided, Nonconformance } from '#harness/stop';
import type { Bilingual } from '#contract/texts/bilingual';
import { isOverRun } from '#judgement/streams/over-run';
import type { Run } from '../act-check.ts';
import { createChances } from '../steadily.ts';
import { openReplayer, type Replayer } from './replayer.ts';
import { withinShare } from './within-share.ts';

/** What a run replays before its first check. */
export interface ReplayTurn {
  readonly folders: readonly string[];
  /** Replays the case in a folder, and journals what it came to. */
  readonly replay: (folder: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The cases of earlier runs that this one begins with; none where nothing is sent. */
export const replayTurn = (run: Run): ReplayTurn => {
  const { replays, blocked } = run.lab.config;
  if (replays === undefined || blocked !== undefined)
    return { folders: [], replay: () => Promise.resolve(), close: () => Promise.resolve() };
  const spare = createSpare(replays.spare);
  const asked = withinShare(run.lab, spare);
  const replayer = openReplayer(asked.lab, createChances(spare));
  return {
    folders: replays.folders,
    replay: (folder) => replayOne(run, asked.isSpent() ? spent(replayer) : replayer, readKept(folder)),
    close: replayer.close,
  };
};

/** Tells of each case that there is no room left for it. */
const spent = ({ find, close }: Replayer): Replayer => ({
  close,
  find: async (one) => ({ check: (await find(one)).check, does: { reason: noRoom } }),
});

const noRoom: Bilingual = {
  nl: 'Het deel van het budget voor gevallen is op: het endpoint vroeg vaak om te wachten. Een volgende run verstuurt dit geval.',
  en: 'The share of the budget for cases is used up: the endpoint often asked to wait. A later run sends this case.',
};

const replayOne = async ({ bench }: Run, replayer: Replayer, { name, one }: KeptCase): Promise<void> => {
  const { check, does } = await replayer.find(one);
  if (check === undefined) return;
  const tell = ({ case: number, outcome, reason }: Replayed): void => {
    const { key } = check;
    bench.journal.append({
      ...{ type: 'replayed', check: key, case: number, from: name },
      ...{ cause: one.cause, found: foundBy(one), outcome, reason },
    });
  };
  if ('reason' in does) {
    tell({ case: 0, outcome: 'blocked', reason: does.reason });
    return;
  }
  const alone = bench.alone();
  tell(
    await replayFirst({ ...bench, ...alone }, check, (stage) =>
      does.act(stage, () => {
        const { requirement, documentType } = check;
        if (!isOverRun(requirement)) throw new Error(`no judge of streams for requirement "${requirement}"`);
        const { judgement } = alone.stream(requirement, documentType);
        if (judgement.kind === 'conforms') return Promise.resolve();
        const shown = { ordinal: 1, one: { sent: [], kept: undefined } };
        return Promise.reject(
          judgement.kind === 'deviates'
            ? new Nonconformance(requirement, judgement.deviation, shown)
            : new CaseUndecided(judgement.kind, judgement.reason),
        );
      }),
    ),
  );
};
