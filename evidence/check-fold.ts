import type { Bilingual } from '#contract/texts/bilingual';
import type { Deviation, Verdict } from '#judgement/verdict';
import type { CaseJudged, CheckStated } from './event.ts';

/** The verdict that follows from the facts of one check. */
export interface CheckVerdict {
  readonly verdict: Verdict;
  readonly reason: Bilingual | undefined;
  readonly deviation: Deviation | undefined;
  /** The number of the case that shows the deviation: the smallest that was found. */
  readonly shown: number | undefined;
  readonly unprovable: number | undefined;
  readonly trace: string | undefined;
}

/**
 * Folds the judgements of a check's cases, and what is stated of it, into its verdict. What deviates counts above all; then what
 * kept a case from being decided; cases that do not exercise the requirement are skipped while there are others.
 */
export const checkFold = () => {
  let deviating: CaseJudged | undefined;
  let stated: Pick<CheckStated, 'as' | 'reason' | 'trace'> | undefined;
  let silent: Bilingual | undefined;
  let conforming = 0;
  let unprovable = 0;
  const judged = (event: CaseJudged): void => {
    const { judgement } = event;
    if (event.unprovable !== undefined) unprovable += 1;
    if (judgement.kind === 'conforms') conforming += 1;
    else if (judgement.kind === 'deviates') deviating = event;
    else if (judgement.kind === 'not-applicable') silent ??= judgement.reason;
    else stated ??= { as: judgement.kind, reason: judgement.reason };
  };
  return {
    add: (event: CaseJudged | CheckStated): void => {
      if (event.type === 'judged') judged(event);
      else stated ??= event;
    },
    /** Takes back what kept it from being decided: its run is resumed, and acts it again. */
    resume: (): void => {
      stated = undefined;
    },
    result: (): CheckVerdict => {
      const none = { reason: undefined, deviation: undefined, shown: undefined, trace: undefined };
      const rest = { ...none, unprovable: unprovable || undefined };
      if (deviating?.judgement.kind === 'deviates')
        return { ...rest, verdict: 'failed', deviation: deviating.judgement.deviation, shown: deviating.case };
      if (stated !== undefined) return { ...rest, verdict: stated.as, reason: stated.reason, trace: stated.trace };
      if (conforming > 0) return { ...rest, verdict: 'passed' };
      return silent === undefined
        ? { ...rest, verdict: 'broken', reason: nothingJudged }
        : { ...rest, verdict: 'not-applicable', reason: silent };
    },
  };
};

const nothingJudged: Bilingual = {
  nl: 'De controle heeft niets verstuurd; dat is een fout in de suite.',
  en: 'The check sent nothing; that is a bug in the suite.',
};
