import type { CheckEnded } from '#evidence/event';
import type { Verdict } from '#judgement/verdict';

/** The requirements of which a check ended so, each once, in alphabetical order. */
export const requirementsThat = (ended: readonly CheckEnded[], verdict: Verdict): readonly string[] =>
  [...new Set(ended.filter((one) => one.verdict === verdict).map(({ requirement }) => requirement))].sort();

/** The checks that came to no verdict on the endpoint, with the reason. */
export const wrongIn = (ended: readonly CheckEnded[], verdicts: readonly Verdict[] = ['broken', 'blocked']) =>
  ended
    .filter(({ verdict }) => verdicts.includes(verdict))
    .map(({ check, verdict, reason }) => `${check} ${verdict}: ${reason?.en ?? ''}`);
