import { isWorse } from '../change.ts';
import type { Comparison } from '../compare-night.ts';
import { isKnown } from '../memory.ts';
import { changeText, endingText } from './change-text.ts';
import { dayOf } from './moment.ts';
import { headline } from './headline.ts';

/** A comparison for a program. */
export const comparisonJson = (comparison: Comparison) => {
  const { memory, told, changes, ends } = comparison;
  const { subject, nights, verdicts, first, lastVerdict, findings, history } = memory;
  const night = history.at(-1);
  return {
    ...{
      told,
      headline: headline(comparison),
      run: night?.runId,
      at: night?.at,
      began: night?.began,
      outcome: night?.outcome,
    },
    changes: changes.map((change) => ({ ...change, isWorse: isWorse(change), text: changeText(change) })),
    ends: ends.map((one) => ({ ...one, text: endingText(one, dayOf(night?.at ?? '')) })),
    ...{ subject, nights, verdicts, since: first, lastVerdict, findings: findings.filter(isKnown) },
  };
};
