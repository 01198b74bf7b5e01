import type { Bilingual } from '#contract/texts/bilingual';
import { shortenedBoth } from '#contract/texts/shortened';
import type { Stage } from '#harness/run-check';
import { CaseUndecided, Nonconformance } from '#harness/stop';

/** A judge throws for a case that lacks what every such case has, as one does that was written or changed by hand. */
export const judgeable = async (stage: Pick<Stage, 'state'>, act: () => Promise<void>): Promise<void> => {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof Nonconformance || error instanceof CaseUndecided) throw error;
    stage.state({ verdict: 'blocked', reason: unjudgeable(error.message) });
  }
};

const unjudgeable = (why: string): Bilingual =>
  shortenedBoth({
    nl: `Met de verzoeken in case.yaml is dit niet te beoordelen (${why}); herstel ze, of haal het geval uit het corpus.`,
    en: `With the requests in case.yaml this can't be judged (${why}); mend them, or take the case out of the corpus.`,
  });
