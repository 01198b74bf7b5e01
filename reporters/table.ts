import { visible } from '#contract/texts/visible';
import type { CheckEnded } from '#evidence/event';
import { topicOf } from '#judgement/requirements/registry';

/** What a cell of the table says of its checks, worst first. */
const marks: readonly (readonly [CheckEnded['verdict'], string])[] = [
  ['failed', '✗'],
  ['broken', '!'],
  ['blocked', '■'],
  ['untested', '?'],
  ['left-out', '·'],
  ['passed', '✓'],
];

/** The words of a table. */
export interface TableWords {
  readonly general: string;
  readonly notApplicable: string;
  readonly notTested: string;
}

/**
 * The lines of a table of document types (rows) by topics (columns); each cell has the worst mark, `passed/decided`, and how many are
 * not applicable or not tested.
 */
export const resultTable = (checks: readonly CheckEnded[], words: TableWords): readonly string[] => {
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

const cell = (checks: readonly CheckEnded[], { notApplicable, notTested }: TableWords): string => {
  if (checks.length === 0) return '';
  const count = (...verdicts: readonly CheckEnded['verdict'][]): number =>
    checks.filter(({ verdict }) => verdicts.includes(verdict)).length;
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
