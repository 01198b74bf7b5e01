import { visible } from '#contract/texts/visible';
import type { CheckEnded } from '#evidence/event';
import { topicOf } from '#judgement/requirements/registry';

/** What a cell of the table says of its checks, worst first. */
const marks: readonly (readonly [CheckEnded['verdict'], string])[] = [
  ['failed', '✗'],
  ['broken', '!'],
  ['blocked', '■'],
  ['passed', '✓'],
  ['untested', '?'],
  ['not-applicable', '–'],
];

/** The lines of a table of document types (rows) by topics (columns); each cell has the worst mark and `passed/all`. */
export const resultTable = (checks: readonly CheckEnded[], general: string): readonly string[] => {
  const topics = [...new Set(checks.map(({ requirement }) => topicOf(requirement)))];
  const rows = Map.groupBy(checks, ({ documentType }) => documentType ?? general);
  const cells = [...rows].map(([row, own]) => [
    row,
    ...topics.map((topic) => cell(own.filter(({ requirement }) => topicOf(requirement) === topic))),
  ]);
  return columns([['', ...topics], ...cells].map((texts) => texts.map(visible)));
};

const cell = (checks: readonly CheckEnded[]): string => {
  if (checks.length === 0) return '';
  const mark = marks.find(([verdict]) => checks.some((check) => check.verdict === verdict))?.[1] ?? '';
  const passed = checks.filter(({ verdict }) => verdict === 'passed').length;
  return `${mark} ${String(passed)}/${String(checks.length)}`;
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
