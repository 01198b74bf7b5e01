import { playNames } from '#endpoint/mock/plays';
import type { Shown } from '#judgement/showing/showing';
import {
  actionForm,
  askingForm,
  breakable,
  choice,
  heading,
  link,
  paragraph,
  renewed,
  searchField,
  status,
} from '#pages/controls';
import { type Content, type Html, markup } from '#pages/markup';
import { type WrittenPage, writePage } from '#pages/page';
import { table } from '#pages/table';
import { toShowText } from '#reporters/showing-text';
import type { Language } from '#reporters/texts';
import { visible } from '#contract/texts/visible';
import { type Asked, askedOf, chosen, hrefOf, outcomes, turned } from './asked.ts';
import type { PageRow } from './page-row.ts';
import { pageWords } from './page-words.ts';

/** What the page shows. */
export interface PageState {
  readonly rows: readonly PageRow[];
  /** Undefined where no vendor declared anything. */
  readonly shown: readonly Shown[] | undefined;
  /** Messages that are not judged yet. */
  readonly waiting: number;
  /** Links above the list. */
  readonly links: Content;
}

/** The list of messages, and what of the plan is shown. */
export const listPage = (state: PageState, language: Language, query: URLSearchParams): WrittenPage => {
  const words = pageWords[language];
  const asked = askedOf(language, query);
  const found = chosen(state.rows, asked);
  const none = state.rows.length === 0 ? words.none : words.noneSuch;
  const list = found.length === 0 ? paragraph(none) : listed(found, asked);
  const content = markup`${paragraph(words.testData)}
${form(asked)}
${renewed(
  markup`${paragraph(countsOf(state, found.length, language))}
${state.shown === undefined ? '' : plan(state.shown, language)}
${list}`,
  words.ended,
)}
${heading(words.next)}
${actionForm(`play?lang=${language}`, [choice({ name: 'answer', label: words.answer }, playOptions(language))], words.play)}
${actionForm(`reset?lang=${language}`, [], words.reset)}`;
  return writePage({ language, title: words.title, links: links(state, asked), content, renews: true });
};

const countsOf = ({ rows, waiting }: PageState, found: number, language: Language): string => {
  const words = pageWords[language];
  const accepted = rows.filter(({ came }) => came === 'accepted').length;
  const counts = words.counts(rows.length, accepted, rows.filter(({ broken }) => broken.length > 0).length);
  const parts = [
    ...(found === rows.length ? [] : [words.fitting(found)]),
    ...(waiting === 0 ? [] : [words.waiting(waiting)]),
  ];
  return [counts, ...parts].join(' ');
};

const playOptions = (language: Language) =>
  playNames.map((value) => ({ value, text: pageWords[language].plays[value] }));

const links = ({ links: own }: PageState, asked: Asked): Html => {
  const words = pageWords[asked.language];
  const other = asked.language === 'nl' ? 'en' : 'nl';
  return markup`${own}
<span lang="${other}">${link(hrefOf({ ...asked, language: other }), words.other)}</span>`;
};

const form = ({ language, outcome, text }: Asked): Html => {
  const words = pageWords[language];
  const options = [
    { value: '', text: words.all },
    ...outcomes.map((value) => ({ value, text: words.outcomes[value] })),
  ];
  const fields = [
    searchField({ name: 'text', label: words.search, value: text }),
    choice({ name: 'outcome', label: words.outcome, value: outcome }, options),
  ];
  return askingForm(fields, words.show, { lang: language });
};

const plan = (shown: readonly Shown[], language: Language): Html => {
  const words = pageWords[language];
  const said = (own: readonly Shown[], isDone: boolean): string =>
    own
      .filter((one) => one.isDone === isDone)
      .map((one) => toShowText(one, language))
      .join(', ');
  return table({
    id: 'plan',
    caption: words.plan,
    columns: words.planColumns.map((title, index) => ({ title, kind: index === 0 ? 'compound' : 'room' })),
    groups: [
      {
        rows: [...Map.groupBy(shown, ({ documentType }) => documentType ?? words.errors)].map(([of, own]) => ({
          cells: [
            breakable(of),
            said(own, true) === '' ? '' : [status('good', '✓'), ' ', said(own, true)],
            said(own, false) === '' ? '' : [status('care', '…'), ' ', said(own, false)],
          ],
        })),
      },
    ],
    narrow: 'stacked',
  });
};

const kinds = ['whole', 'whole', 'room', 'compound', 'room', 'room', 'room'] as const;

const listed = (found: readonly PageRow[], asked: Asked): Html => {
  const words = pageWords[asked.language];
  const turn = turned(found, asked);
  const turning = turns(turn, asked);
  const received = table({
    id: 'received',
    caption: words.order,
    columns: words.columns.map((title, index) => ({ title, kind: kinds[index] })),
    groups: [{ rows: turn.shown.map((row) => ({ cells: cellsOf(row, asked.language) })) }],
    narrow: 'stacked',
  });
  return markup`${turning}
${received}
${turning}`;
};

const cellsOf = (row: PageRow, language: Language): readonly Content[] => {
  const tone = row.came === 'other' ? 'care' : 'good';
  return [
    link(`message?lang=${language}&number=${String(row.number)}`, row.number),
    momentOf(row.at),
    breakable(row.sender ?? '–'),
    breakable(row.kindIn(language)),
    status(tone, row.outcomeIn(language)),
    findingsOf(row, language),
    row.said.title,
  ];
};

/** A date and a time, each on a line. */
const momentOf = (at: number): Html => {
  const iso = new Date(at).toISOString();
  const [date = '', time = ''] = iso.split('T');
  return markup`<time datetime="${iso}">${date}<br>${time.replace('Z', '')}</time>`;
};

const findingsOf = ({ broken, isUndecided, unjudged }: PageRow, language: Language): Content => {
  const words = pageWords[language];
  if (broken.length === 0 && unjudged !== undefined)
    return markup`${status('care', words.unjudged)} ${visible(unjudged[language])}`;
  if (broken.length === 0) return status('good', words.well);
  const each = broken.map(
    ({ id, level }) => markup`${status(level === 'MUST' ? 'bad' : 'care', words.levels[level])} ${breakable(id)}<br>`,
  );
  return isUndecided === true ? [...each, words.undecided] : each;
};

/** Links to newer and older messages, where there are. */
const turns = ({ page, pages }: ReturnType<typeof turned>, asked: Asked): Content => {
  if (pages === 1) return '';
  const words = pageWords[asked.language];
  const to = [1, page - 1, page + 1, pages];
  const wanted = to.flatMap((one, index) =>
    one >= 1 && one <= pages && one !== page ? [link(hrefOf({ ...asked, page: one }), words.turns[index] ?? '')] : [],
  );
  return markup`<div class="links"><span>${words.page(page, pages)}</span>
${wanted}</div>`;
};
