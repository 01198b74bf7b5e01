import { isRequirementId, requirements } from '#judgement/requirements/registry';
import { breakable, heading, note, paragraph, status, wide } from '#pages/controls';
import { type Content, type Html, markup } from '#pages/markup';
import { type Language, writePage } from '#pages/page';
import { type RowGroup, table } from '#pages/table';
import type { Comparison } from '../compare-night.ts';
import { type Finding, type Mark, type Shortly, isKnown } from '../memory.ts';
import { findingText } from '../text/change-text.ts';
import { linesOf } from '../text/comparison-text.ts';
import { headline } from '../text/headline.ts';
import { dayOf } from '../text/moment.ts';
import { outcomeText } from '../text/outcome-text.ts';
import { seen } from '../trail.ts';
import { namesOf } from './night-names.ts';
import { pageWords } from './page-words.ts';
import { plot } from './plot.ts';

/** The last nights on one page: what is told, a plot, and each document type and topic. */
export const nightsPage = (comparison: Comparison, language: Language): string => {
  const { history, findings, subject } = comparison.memory;
  const words = pageWords[language];
  const content = markup`${paragraph(headline(comparison)[language])}
${told(comparison, language)}
${heading(words.plot)}
${wide(plot(history, language), words.plot, 'end')}
${note(words.plotText)}
${nightTable(history, language)}
${findingsOf(findings.filter(isKnown), language)}
${heading(words.cells)}
${note(words.cellsText)}
${cellTable(history, language)}
${timesTable(history, language)}`;
  return writePage({ language, title: words.title(subject.profile), content }).text;
};

const told = (comparison: Comparison, language: Language): Content => {
  const lines = linesOf(comparison).map(({ mark, text }) => `${mark} ${text[language]}`);
  return lines.length === 0 ? '' : markup`<ul>${lines.map((line) => markup`<li>${line}</li>`)}</ul>`;
};

const nightKinds = ['whole', 'room'] as const;

/** The last night first. */
const nightTable = (history: readonly Shortly[], language: Language): Html => {
  const words = pageWords[language];
  const { failed, undecided, passed } = words.marks;
  const nameOf = namesOf(history);
  return table({
    id: 'nights',
    caption: words.nights,
    columns: [words.night, words.compared, words.outcome, failed, undecided, passed].map((title, index) => ({
      ...{ title, kind: nightKinds[index] },
    })),
    groups: [
      {
        rows: history.toReversed().map((night) => ({
          cells: [
            nameOf(night),
            tellingOf(night, language),
            outcomeText[night.outcome][language],
            ...[night.counts.failed, night.counts.undecided, night.counts.passed],
          ],
        })),
      },
    ],
    narrow: 'scrolled',
  });
};

const tellingOf = ({ told: telling, why = [] }: Shortly, language: Language): Content => {
  const words = pageWords[language];
  if (telling !== 'worse') return words.tellings[telling];
  return markup`${status('bad', words.tellings.worse)}${why.map((one) => markup`<br>${breakable(one[language])}`)}`;
};

/** A finding, and what its requirement and its rule ask for in words. */
const explained = (finding: Finding, language: Language): Html => {
  const { requirement } = finding.cause;
  const text = isRequirementId(requirement) ? requirements.get(requirement)?.text[language] : undefined;
  const said = breakable(findingText(finding)[language]);
  const sentences = [text, finding.says?.[language]].filter((one) => one !== undefined);
  return markup`${said}${sentences.map((one) => markup`<br>${one}`)}`;
};

const findingsOf = (findings: readonly Finding[], language: Language): Html => {
  const words = pageWords[language];
  if (findings.length === 0) return markup`${heading(words.findings)}${paragraph(words.noFindings)}`;
  const titles = [words.finding, words.standing, words.since, words.seen, words.example];
  return markup`${heading(words.findings)}
${table({
  id: 'findings',
  caption: words.findings,
  columns: titles.map((title, index) => ({
    title,
    kind: index === 0 || index === titles.length - 1 ? 'room' : undefined,
  })),
  groups: [
    {
      rows: findings.map((finding) => ({
        cells: [
          explained(finding, language),
          words.statuses[finding.status],
          dayOf(finding.first),
          `${String(seen(finding.trail))} / ${String(finding.trail.length)}`,
          finding.shown?.runId,
        ],
      })),
    },
  ],
  narrow: 'stacked',
})}`;
};

const signs: Readonly<Record<Mark, string>> = { passed: '✓', failed: '✗', undecided: '?' };

const cellTable = (history: readonly Shortly[], language: Language): Html => {
  const words = pageWords[language];
  const types = [...new Set(history.flatMap(({ cells }) => Object.keys(cells)))].sort();
  const last = history.toReversed();
  return table({
    id: 'cells',
    caption: words.cells,
    columns: [{ title: words.topic, kind: 'whole' }, ...columnsOf(last)],
    groups: types.map((type, index): RowGroup => ({
      heading: { id: `type-${String(index)}`, text: type === '' ? words.general : type },
      rows: topicsIn(history, type).map((topic) => ({
        cells: [topic, ...last.map(({ cells }) => sign(cells[type]?.[topic], language))],
      })),
    })),
    narrow: 'scrolled',
  });
};

const topicsIn = (history: readonly Shortly[], type: string): readonly string[] => [
  ...new Set(history.flatMap(({ cells }) => Object.keys(cells[type] ?? {}))),
];

const tones = { failed: 'bad', undecided: 'care', passed: undefined } as const;

/** A sign that is read out as what it means; what is not in order stands out. */
const sign = (mark: Mark | undefined, language: Language): Html => {
  const label = pageWords[language].marks[mark ?? 'none'];
  const said = markup`<span role="img" aria-label="${label}">${mark === undefined ? '·' : signs[mark]}</span>`;
  const tone = mark && tones[mark];
  return tone === undefined ? said : status(tone, said);
};

/** Month and day. */
const columnsOf = (history: readonly Shortly[]) => {
  const nameOf = namesOf(history);
  return history.map((night) => ({ title: nameOf(night), shown: nameOf(night).slice(5), kind: 'whole' as const }));
};

/** Nights whose times are shown: numbers take more room than signs. */
const timedNights = 10;

const timesTable = (history: readonly Shortly[], language: Language): Html => {
  const words = pageWords[language];
  const last = history.slice(-timedNights).toReversed();
  const types = [...new Set(last.flatMap(({ times }) => times.map(({ documentType }) => documentType)))].sort();
  const medianOf = ({ times }: Shortly, type: string): Content =>
    times.find(({ documentType }) => documentType === type)?.median;
  return table({
    id: 'times',
    caption: words.times,
    columns: [{ title: words.documentType, kind: 'compound' }, ...columnsOf(last)],
    groups: [
      { rows: types.map((type) => ({ cells: [breakable(type), ...last.map((night) => medianOf(night, type))] })) },
    ],
    narrow: 'scrolled',
  });
};
