import type { Bilingual } from '#contract/texts/bilingual';
import type { Outcome } from '#reporters/outcome';

const none: Bilingual = { nl: 'geen oordeel', en: 'no verdict' };

/** What a run came to, in a few words. */
export const outcomeText: Readonly<Record<Outcome, Bilingual>> = {
  passed: { nl: 'voldoet', en: 'passed' },
  'in-part': { nl: 'deels getoetst', en: 'tested in part' },
  failed: { nl: 'voldoet niet', en: 'failed' },
  unreached: none,
  empty: none,
  broken: none,
  undecided: none,
  'too-little': none,
  unpermitted: none,
  incomplete: none,
  unwritten: none,
};
