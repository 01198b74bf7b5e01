import { resumedText } from './resumed-text.ts';
import type { RunResult } from './run-result.ts';
import { type Language, texts } from './texts.ts';

/** Most exchanges and lines that are named. */
const named = 5;

/**
 * That a run was cut off and went on, where the traffic comes from when nothing of ours saw it, and what a run's folder does not hold: bytes past the bounds on what is kept, bytes that were kept and are not there any more, lines of
 * the journal that can't be read where no writer left them so, and facts that its verdicts follow from; a sentence each.
 */
export const bookkeeping = (
  { recording, redacted, resumed, lacking, lost, changed, unfounded }: RunResult,
  language: Language,
): readonly string[] => {
  const words = texts[language];
  const isImported = recording?.recordedBy === 'system';
  const wentOn = resumedText((resumed ?? []).map(({ at }) => at));
  return [
    ...(wentOn === undefined ? [] : [wentOn[language]]),
    ...(isImported ? [words.imported] : []),
    ...(lacking.exchanges === 0 || redacted !== undefined
      ? []
      : [(isImported ? words.lackingImported : words.lacking)(lacking.exchanges, lacking.ids.slice(0, named))]),
    ...(lost.exchanges === 0 ? [] : [words.lost(lost.exchanges, lost.ids.slice(0, named))]),
    ...(changed.length === 0 ? [] : [words.changed(changed.slice(0, named), changed.length)]),
    ...(unfounded.length === 0
      ? []
      : [
          words.unfounded(
            unfounded.slice(0, named).map(({ check }) => check),
            unfounded.length,
          ),
        ]),
  ];
};
