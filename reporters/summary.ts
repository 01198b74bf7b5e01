import { inLines, shortly } from '#contract/texts/visible';
import type { CheckEnded } from '#evidence/event';
import type { Ground } from '#contract/grounds/ground';
import { grounds } from '#contract/grounds/ground';
import { byCause } from './by-cause.ts';
import { bookkeeping } from './bookkeeping.ts';
import { forwardedText } from './forwarded-text.ts';
import { headline } from './headline.ts';
import { type Demands, type Outcome, outcomeOf } from './outcome.ts';
import type { RunResult } from './run-result.ts';
import { type Counted, type Strictness, countedAs, isBinding, isInPlan, tallyOf } from './tally.ts';
import { leftOutLines } from './left-out-lines.ts';
import { leftOutReasons } from './left-out-reasons.ts';
import { number } from './number.ts';
import { listenAgain, nextOfRecording, nothingTaken } from './recording-words.ts';
import { inPlanOrder } from './plan-order.ts';
import { personalText } from './personal-text.ts';
import { perhapsText } from './perhaps-text.ts';
import { remedyOf } from './remedy.ts';
import { replayCommands } from './replay-command.ts';
import { sendersText } from './senders-text.ts';
import { showingText } from './showing-text.ts';
import { resultTable } from './table.ts';
import { type Language, texts } from './texts.ts';
import { waitsText } from './waits-text.ts';

/** How a summary is written. */
export interface SummaryOptions extends Demands {
  readonly language: Language;
  /** What the run came to, unless its verdicts alone tell. */
  readonly outcome?: Outcome | undefined;
  /** Where the report is; undefined when none was made. */
  readonly report: string | undefined;
  /** Where the page of what was reached is; undefined when none was made. */
  readonly coverage?: string | undefined;
  /** Where what is told in confidence is; undefined when there is nothing. */
  readonly confidential?: string | undefined;
  readonly out: string;
  /** The folder of the run; that of its reports unless said. */
  readonly from?: string | undefined;
  /** Whether the table is told. */
  readonly table: boolean;
}

/** What a person reads at the end of a run: the table, the findings, the conclusion, and what to do next. */
export const summarize = (result: RunResult, options: SummaryOptions): string => {
  const words = texts[options.language];
  const outcome = options.outcome ?? outcomeOf(result, options);
  const { lapsed } = result.started;
  const { language, strict } = options;
  const said = headline(result, { outcome, strict, language });
  return inLines([
    ...(lapsed === undefined ? [] : [lapsed[language]]),
    said,
    '',
    ...(options.table ? [...resultTable(inPlanOrder(result), { ...words, strict }), '', words.legend, ''] : []),
    ...notTested(result, options),
    ...problems(result, options),
    ...(result.shown === undefined ? [] : [...showingText(result.shown.items, options.language), '']),
    ...sendersText(result, strict, language),
    counts(result, options),
    ...forwardedText(result, options.language),
    ...waitsText(result.sent.waits, options.language),
    ...(result.started.isMock ? [] : perhapsText(result.dossiers, options.language)),
    ...groundShares(result.checks, options.language),
    ...bookkeeping(result, options.language),
    ...personalText(result, options.language),
    '',
    said,
    ...endOf(result, options.language),
    ...againOf(result, options),
    ...nextStep(result, outcome, options),
    ...(options.confidential === undefined
      ? []
      : [words.confidential(result.confidential.length, options.confidential)]),
    `${words.out}: ${options.out}`,
    ...(options.coverage === undefined ? [] : [`${words.coverage}: ${options.coverage}`]),
    ...(options.report === undefined ? [] : [`${words.report}: ${options.report}`]),
    '',
  ]);
};

/** What was left out, and what brings it back. */
const notTested = (result: RunResult, { language, strict }: SummaryOptions): readonly string[] => {
  const { leftOut, plan: applied } = tallyOf(result, strict);
  const plan = result.planned?.plan ?? applied;
  const lines = leftOutLines({ leftOut, plan, reasons: leftOutReasons(result) }, language);
  return lines.length === 0 ? [] : [...lines, ''];
};

/** How to have it once more, or to go on. */
const againOf = ({ recording, redacted, started }: RunResult, { language, out }: SummaryOptions): readonly string[] => {
  if (recording === undefined) return [texts[language].seed(started)];
  if (redacted !== undefined) return [];
  const command = listenAgain(recording, out);
  return command === undefined ? [] : [`${texts[language].goOn}: ${command}`];
};

const nextStep = (result: RunResult, outcome: Outcome, { language, out }: SummaryOptions): readonly string[] => {
  const { started, recording, unkept } = result;
  if (unkept !== undefined) return [];
  if (outcome === 'incomplete' && isResumable(result)) return [texts[language].resume(out)];
  if (recording !== undefined && outcome !== 'unwritten')
    return [nextOfRecording(recording, { outcome, isRefused: nothingTaken(result) !== undefined })[language]];
  return started.phase === 4 && started.asked.by === undefined && (outcome === 'passed' || outcome === 'in-part')
    ? texts[language].attest(out)
    : [texts[language].next[outcome](out)];
};

/** Whether a run can go on from where it was cut off. */
const isResumable = ({ started, recording, ended, changed, unfounded, lost }: RunResult): boolean =>
  recording === undefined &&
  started.asked.by === undefined &&
  ended?.complete !== true &&
  changed.length + unfounded.length + lost.exchanges === 0;

/** Why a run ended before its last check; one that was killed could not say so. */
const endOf = ({ ended, unkept }: RunResult, language: Language): readonly string[] => {
  if (unkept !== undefined) return [];
  if (ended === undefined) return [texts[language].killed];
  return ended.reason === undefined ? [] : [ended.reason[language]];
};

/** Most problems that are told one by one. */
const shown = 12;

const problems = (result: RunResult, { language, strict, out, from = out }: SummaryOptions): readonly string[] => {
  const { checks, started } = result;
  const words = texts[language];
  const again = replayCommands(result, from);
  const all = [...byCause(checks.filter(isProblem))].sort(
    ([one], [other]) => weightOf(one, strict) - weightOf(other, strict),
  );
  const told = all
    .slice(0, shown)
    .flatMap((alike) => problem(alike, { language, strict, target: started.target, again }));
  const more = all.length > shown ? [words.more(all.slice(shown).flat().length)] : [];
  return all.length === 0 ? [] : [...told, ...more, ''];
};

const isProblem = ({ verdict }: CheckEnded): boolean => ['failed', 'broken', 'blocked', 'untested'].includes(verdict);

/** What counts against the system under test comes first, then our own mistakes, then what stood in the way. */
const weightOf = (check: CheckEnded | undefined, strict: Strictness): number => {
  if (check === undefined) return 4;
  if (check.verdict === 'broken') return 1;
  if (check.verdict === 'blocked' || check.verdict === 'untested') return 2;
  return isBinding(check, strict) ? 0 : 3;
};

interface Telling extends Pick<SummaryOptions, 'language' | 'strict'> {
  readonly target: string;
  /** The command that sends a failure again. */
  readonly again: (check: string) => string | undefined;
}

const problem = (
  [check, ...others]: readonly CheckEnded[],
  { language, strict, target, again }: Telling,
): readonly string[] => {
  if (check === undefined) return [];
  const words = texts[language];
  const about = [check.documentType, check.constraint].filter((part) => part !== undefined).join(' ');
  const also = others.length === 0 ? '' : words.others(others.length);
  const head = `${`${words.verdicts[countedAs(check, strict)](1)}: ${check.requirement} ${about}`.trimEnd()}${also}`;
  if (check.deviation === undefined) return [head, detail(check.reason?.[language] ?? '')];
  const remedy = remedyOf(check.requirement, { target })?.[language] ?? '';
  const { expected, actual } = check.deviation;
  const command = again(check.check);
  return [
    head,
    detail(`${words.expected}: ${expected[language]}`),
    detail(`${words.actual}: ${actual[language]}`),
    ...(check.counterexample?.changed === undefined ? [] : [detail(`${words.edit}: ${check.counterexample.changed}`)]),
    detail(remedy),
    ...(command === undefined ? [] : [detail(`${words.again}: ${command}`)]),
  ];
};

/** Most characters of what others wrote that stand in a line; all of it is in the report. */
const longest = 1000;

const detail = (text: string): string => `    ${shortly(text, longest)}`;

const counts = (result: RunResult, { language, strict }: Pick<SummaryOptions, 'language' | 'strict'>): string => {
  const checks = result.checks.filter(isInPlan);
  const words = texts[language];
  const counted = Map.groupBy(checks, (check) => countedAs(check, strict));
  const said = (Object.keys(words.verdicts) as Counted[]).flatMap((as) => {
    const count = counted.get(as)?.length ?? 0;
    return count === 0 ? [] : [`${number(count, language)} ${words.verdicts[as](count)}`];
  });
  const unfit = (result.planned?.plan ?? 0) - tallyOf(result, strict).plan;
  return [
    `${words.verdictCount(checks.length)}: ${said.join(', ')}`,
    ...(unfit > 0 ? [words.unfit(unfit)] : []),
    words.exchanges(result.sent.requests),
  ].join('; ');
};

/** How many verdicts rest on which ground. */
const groundShares = (checks: readonly CheckEnded[], language: Language): readonly string[] => {
  const judged = checks.filter(({ verdict }) => verdict === 'passed' || verdict === 'failed');
  const share = (ground: Ground): number => judged.filter((check) => check.ground === ground).length;
  const parts = grounds
    .filter((ground) => share(ground) > 0)
    .map((ground) => `${number(share(ground), language)} ${texts[language].grounds[ground]}`);
  return parts.length === 0 ? [] : [`${texts[language].restsOn}: ${parts.join(', ')}`];
};
