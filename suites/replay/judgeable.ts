import type { Bilingual } from '#contract/texts/bilingual';
import { shortenedBoth } from '#contract/texts/shortened';
import type { CaseActor } from '#harness/case';
import type { Stage } from '#harness/run-check';
import { CaseUndecided, Nonconformance } from '#harness/stop';

/** Acts a case once; what it sends may go wrong as ever. A judge throws for a case that lacks what every such case has, as one does that was written or changed by hand. */
export const judgeable = async ({ once }: Pick<Stage, 'once'>, send: Parameters<Stage['once']>[0]): Promise<void> => {
  let unsent: unknown;
  const sending = async (actor: CaseActor): Promise<void> => {
    try {
      await send(actor);
    } catch (error) {
      unsent = error;
      throw error;
    }
  };
  try {
    await once(sending);
  } catch (error) {
    const isOfJudge = error instanceof Error && error !== unsent;
    if (!isOfJudge || error instanceof Nonconformance || error instanceof CaseUndecided) throw error;
    throw new CaseUndecided('blocked', unjudgeable(error.message));
  }
};

const unjudgeable = (why: string): Bilingual =>
  shortenedBoth({
    nl: `Met de verzoeken in case.yaml is dit niet te beoordelen (${why}); herstel ze, of haal het geval uit het corpus.`,
    en: `With the requests in case.yaml this can't be judged (${why}); mend them, or take the case out of the corpus.`,
  });
