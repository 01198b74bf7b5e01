import type { Bilingual } from '#contract/texts/bilingual';
import type { CorpusCase } from '#evidence/corpus/corpus-case';
import { replayMannersFor } from '#harness/client/manners';
import type { PlannedCheck } from '#harness/plan';
import type { Stage } from '#harness/run-check';
import { guardedOracle } from '#judgement/guarded-oracle';
import { isOverRun } from '#judgement/streams/over-run';
import { byManners, type Lab } from '../lab.ts';
import type { Chances } from '../steadily.ts';
import { shiftOf } from './day-of.ts';
import { checkOf, ofOtherPhase, permittedFor } from './permitted.ts';
import { judgeable } from './judgeable.ts';
import { type Dated, type Replaying, bodiesOf, sendAgain } from './replay-case.ts';

/** Sends cases of earlier runs again with the lab of a run. */
export interface Replayer {
  readonly find: (one: CorpusCase) => Promise<Replayable>;
  readonly close: () => Promise<void>;
}

/** The check of a case, undefined where the phase has none; and what acts the case in its place, or why nothing does. */
export interface Replayable {
  readonly check: PlannedCheck | undefined;
  readonly does: { readonly act: ActCase } | { readonly reason: Bilingual };
}

/** Acts a case; `decide` is asked where all its exchanges together are judged. */
type ActCase = (stage: Stage, decide: (stage: Stage) => Promise<void>) => Promise<void>;

/** Milliseconds that an opinion on one request of a case may take. */
const deadlineMs = 3000;

/** Opens what sends cases again; tries again are taken from the chances of the run unless others are given. */
export const openReplayer = (lab: Lab, chances: Chances = lab.chances): Replayer => {
  const oracle = guardedOracle(lab.contract, { deadlineMs });
  const replaying: Replaying = { lab, chances, left: new Set() };
  const doing = async (one: CorpusCase, check: PlannedCheck): Promise<Replayable['does']> => {
    const found = permittedFor(lab, check);
    if (!('act' in found)) return found;
    if (one.replay === 'none') return { reason: one.why ?? keptToRead };
    if (one.replay === 'check')
      return needsMock(lab, check) ? { reason: atMockOnly } : { act: (stage) => found.act(lab, stage) };
    if (lab.config.phase === 4) return { reason: neverInProduction };
    const { today, oin, mandates } = lab.config;
    const shift = await shiftOf(one, { today, oin, mandates }, oracle.judge);
    if (shift === undefined) return { reason: otherwiseToday(one.origin.day) };
    const forbidden = forbiddenIn(lab, { one, shift });
    return forbidden === undefined ? { act: acting(replaying, { one, shift }) } : byManners(forbidden);
  };
  return {
    find: async (one) => {
      const check = checkOf(lab, one);
      return check === undefined
        ? { check, does: ofOtherPhase(lab.config.phase) }
        : { check, does: await doing(one, check) };
    },
    close: oracle.close,
  };
};

const acting =
  (replaying: Replaying, dated: Dated): ActCase =>
  async (stage, decide) => {
    if (!isOverRun(stage.check.requirement)) {
      await judgeable(stage, (actor) => sendAgain(replaying, dated, actor));
      return;
    }
    await stage.unjudged((actor) => sendAgain(replaying, dated, actor));
    await decide(stage);
  };

/** Elsewhere the other checks of a run make the deliveries that it needs. */
const needsMock = ({ config }: Lab, { requirement }: PlannedCheck): boolean =>
  requirement === 'redelivery.refuses-after-others' && config.mockControl === undefined;

const forbiddenIn = (lab: Lab, dated: Dated): Bilingual | undefined => {
  const forbids = replayMannersFor(lab.contract, lab.config);
  if (forbids === undefined) return undefined;
  for (const body of bodiesOf(lab, dated, (number) => number)) {
    const reason = forbids(body);
    if (reason !== undefined) return reason;
  }
  return undefined;
};

const keptToRead: Bilingual = { nl: 'Dit geval is er om te lezen.', en: 'This case is there to be read.' };

const neverInProduction: Bilingual = {
  nl: 'Productie krijgt de verbindingstest van de suite en niets anders; een run in fase 4 beslist dit.',
  en: 'Production gets the connection test of the suite and nothing else; a run of phase 4 decides this.',
};

const atMockOnly: Bilingual = {
  nl: 'Hiervoor zijn honderd andere aanleveringen nodig; dat doet alleen een run, of 3pas replay bij het ingebouwde endpoint.',
  en: 'This needs a hundred other deliveries; only a run makes them, or 3pas replay at the embedded endpoint.',
};

const otherwiseToday = (day: string): Bilingual => ({
  nl: `De verzoeken zijn van ${day}, en vandaag zijn ze op een andere manier goed of fout, ook met verschoven datums.`,
  en: `The requests are of ${day}, and today they are right or wrong in another way, with other dates too.`,
});
