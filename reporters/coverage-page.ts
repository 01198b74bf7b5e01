import { breakable, heading, link, note, paragraph, status } from '#pages/controls';
import { type Content, markup, type Html } from '#pages/markup';
import { writePage } from '#pages/page';
import { rowFilter } from '#pages/row-filter';
import { type Row, table } from '#pages/table';
import { coverageWords } from './coverage-words.ts';
import type { ConstraintCoverage, CoverageCell, RunCoverage } from './run-coverage.ts';
import type { Language } from './texts.ts';

/** What a run reached of its contract, as a page: a row a constraint, a column a document type. */
export const coveragePage = (coverage: RunCoverage, language: Language): string => {
  const words = coverageWords[language];
  const at = { language, reasons: reasonsOf(coverage, language) };
  const content = markup`${paragraph(words.intro(coverage))}
${sums(coverage, language)}
${heading(words.constraints)}
${paragraph(words.cells)}
${filterOf(coverage, language)}
${jumps(coverage, language)}
${constraintTable(coverage, at)}
${legend(at)}`;
  return writePage({ language, title: words.title(coverage.contract.id), content, filters: true }).text;
};

/** Reasons why constraints can't be broken are said once, below the table. */
interface At {
  readonly language: Language;
  readonly reasons: readonly string[];
}

const states = ['violated', 'missed', 'untested', 'not-applicable'] as const;

const cellsOf = ({ documentTypes }: ConstraintCoverage): readonly CoverageCell[] => Object.values(documentTypes);

const reasonsOf = ({ constraints }: RunCoverage, language: Language): readonly string[] => [
  ...new Set(constraints.flatMap(cellsOf).flatMap(({ reason }) => (reason === undefined ? [] : [reason[language]]))),
];

/** How many constraints each document type has in each state. */
const sums = ({ documentTypes, constraints }: RunCoverage, language: Language): Html => {
  const words = coverageWords[language];
  const count = (type: string, state: CoverageCell['state']): number =>
    constraints.filter((one) => one.documentTypes[type]?.state === state).length;
  return table({
    id: 'sums',
    caption: words.sums,
    columns: [words.documentType, ...states.map((state) => words.states[state])].map((title) => ({ title })),
    groups: [
      {
        rows: documentTypes.map((type) => ({ cells: [breakable(type), ...states.map((state) => count(type, state))] })),
      },
    ],
    narrow: 'stacked',
  });
};

const filterOf = ({ documentTypes }: RunCoverage, language: Language): Html => {
  const words = coverageWords[language];
  return rowFilter({
    table: 'constraints',
    words: words.filter,
    states: states.map((value) => ({ value, text: words.states[value] })),
    columns: documentTypes,
  });
};

/** The constraints of each file of the contract, in the order of the run. */
const byFile = ({ constraints }: RunCoverage): readonly (readonly [string, readonly ConstraintCoverage[]])[] => [
  ...Map.groupBy(constraints, ({ constraint }) => constraint.replace(/#[^]*/, '')),
];

const jumps = (coverage: RunCoverage, language: Language): Html => {
  const links = byFile(coverage).map(([file, all], index) =>
    link(`#file-${String(index)}`, `${file} (${String(all.length)})`),
  );
  return markup`<nav class="links" aria-label="${coverageWords[language].files}">${links}</nav>`;
};

const constraintTable = (coverage: RunCoverage, at: At): Html => {
  const words = coverageWords[at.language];
  const { documentTypes } = coverage;
  return table({
    id: 'constraints',
    caption: words.caption,
    columns: [
      { title: words.constraint, kind: 'code' },
      ...documentTypes.map((title) => ({ title, shown: breakable(title) })),
    ],
    groups: byFile(coverage).map(([file, all], index) => ({
      heading: { id: `file-${String(index)}`, text: file },
      rows: all.map((one) => rowOf(one, documentTypes, at)),
    })),
    narrow: 'scrolled',
  });
};

const rowOf = ({ constraint, documentTypes }: ConstraintCoverage, columns: readonly string[], at: At): Row => {
  const cells = columns.map((column) => documentTypes[column]);
  const isBroken = cells.some((cell) => cell?.state === 'violated');
  return {
    cells: [breakable(constraint), ...cells.map((cell) => shownCell(cell, { ...at, isBroken }))],
    states: cells.map((cell) => cell?.state ?? ''),
  };
};

/** What is missed in every document type stands out; what is broken in another one does not. */
const shownCell = (cell: CoverageCell | undefined, at: At & { readonly isBroken: boolean }): Content => {
  if (cell === undefined) return '';
  const { state, violations, refused, valid } = cell;
  const text = coverageWords[at.language].states[state];
  if (state === 'violated') return `${String(violations)}\u00a0(${String(refused)})\u00a0·\u00a0${String(valid)}`;
  if (state === 'missed') return at.isBroken ? quiet(text) : status('bad', text);
  const shown = state === 'untested' ? status('care', text) : quiet(text);
  return [shown, ' ', reasonLink(cell, at)];
};

const quiet = (text: string): Html => markup`<span class="quiet">${text}</span>`;

const reasonLink = ({ reason }: CoverageCell, { language, reasons }: At): Content => {
  const number = reason === undefined ? 0 : reasons.indexOf(reason[language]) + 1;
  return number === 0 ? '' : link(`#reason-${String(number)}`, `[${String(number)}]`);
};

const legend = ({ language, reasons }: At): Content => {
  if (reasons.length === 0) return '';
  const items = reasons.map((reason, index) => markup`<li id="reason-${index + 1}">${reason}</li>`);
  const words = coverageWords[language];
  return markup`${heading(words.reasons)}
${note(words.reasonsNote)}
<ol>${items}</ol>`;
};
