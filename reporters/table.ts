import { visible } from '#contract/texts/visible';
import type { CheckEnded } from '#evidence/event';
import { topicOf } from '#judgement/requirements/registry';
import { type Counted, type Strictness, countedAs } from './tally.ts';

/** What a cell of the table says of its checks, worst first. */
const marks: readonly (readonly [Counted, string])[] = [
  ['failed', '✗'],
  ['broken', '!'],
  ['blocked', '■'],
  ['untested', '?'],
  ['warning', '△'],
  ['remark', '○'],
  ['left-out', '·'],
  ['passed', '✓'],
];

/** The words of a table, and what counts as a failure in it. */
interface TableOptions {
  readonly strict: Strictness;
  readonly general: string;
  readonly notApplicable: string;
  readonly notTested: string;
}

/**
 * The lines of a table of document types (rows) by topics (columns); each cell has the worst mark, `passed/decided`, and how many are
 * not applicable or not tested.
 */
export const resultTable = (checks: readonly CheckEnded[], words: TableOptions): readonly string[] => {
  const topics = [...new Set(checks.map(({ requirement }) => topicOf(requirement)))];
  const rows = Map.groupBy(checks, ({ documentType }) => documentType ?? words.general);
  const cells = [...rows].map(([row, own]) => [
    row,
    ...topics.map((topic) =>
      cell(
        own.filter(({ requirement }) => topicOf(requirement) === topic),
        words,
      ),
    ),
  ]);
  return columns([['', ...topics], ...cells].map((texts) => texts.map(visible)));
};

const cell = (checks: readonly CheckEnded[], { notApplicable, notTested, strict }: TableOptions): string => {
  if (checks.length === 0) return '';
  const counted = checks.map((check) => countedAs(check, strict));
  const count = (...wanted: readonly Counted[]): number => counted.filter((one) => wanted.includes(one)).length;
  const mark = marks.find(([verdict]) => count(verdict) > 0)?.[1] ?? '';
  const open = count('untested', 'left-out');
  const outside = count('not-applicable');
  return [
    `${mark} ${String(count('passed'))}/${String(checks.length - open - outside)}`.trimStart(),
    ...(outside === 0 ? [] : [`${String(outside)} ${notApplicable}`]),
    ...(open === 0 ? [] : [`${String(open)} ${notTested}`]),
  ].join(' · ');
};

const columns = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => (row[index] ?? '').length)));
  return rows.map((row) =>
    row
      .map((text, index) => text.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};
