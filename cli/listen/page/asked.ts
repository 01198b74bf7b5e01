import type { Language } from '#reporters/texts';
import { kindOf, outcomeText } from '../message-line.ts';
import type { PageRow } from './rows.ts';

/** Which messages can be asked for. */
export const outcomes = ['accepted', 'refused', 'findings'] as const;

/** What is asked of the page; `page` counts from 1, the newest. */
export interface Asked {
  readonly language: Language;
  readonly text: string;
  readonly outcome: (typeof outcomes)[number] | undefined;
  readonly page: number;
}

const longestSearch = 200;

/** Reads what is asked; what it does not understand is not asked. */
export const askedOf = (language: Language, query: URLSearchParams): Asked => ({
  language,
  text: (query.get('text') ?? '').trim().slice(0, longestSearch),
  outcome: outcomes.find((one) => one === query.get('outcome')),
  page: Number(/^\d{1,9}$/.exec(query.get('page') ?? '')?.[0] ?? 1),
});

/** The address that asks this. */
export const hrefOf = ({ language, text, outcome, page }: Asked): string =>
  `?${new URLSearchParams({
    lang: language,
    ...(text === '' ? {} : { text }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()}`;

/** The messages that are asked for: every word of the text is in what is shown of them. */
export const chosen = (all: readonly PageRow[], { text, outcome, language }: Asked): readonly PageRow[] => {
  const words = text.toLowerCase().split(/\s+/);
  return all.filter((row) => isOf(row, outcome) && (text === '' || has(row, words, language)));
};

const isOf = ({ answer, deviations }: PageRow, outcome: Asked['outcome']): boolean => {
  if (outcome === 'findings') return deviations.size > 0;
  if (outcome === 'accepted') return answer.kind === 'accepted';
  return outcome === undefined || (answer.kind !== 'accepted' && answer.kind !== 'alive');
};

const has = (row: PageRow, words: readonly string[], language: Language): boolean => {
  const { reference, title, medium } = row.seen?.said ?? {};
  const shown = [
    ...[kindOf(row, language), outcomeText(row, language), row.event.inbound?.note?.sender],
    ...[reference, title, medium, ...row.deviations.keys()],
  ]
    .join('\n')
    .toLowerCase();
  return words.every((word) => shown.includes(word));
};

/** Messages on one page. */
const rowsOnPage = 50;

/** The page that is asked for, or the nearest there is, the newest message first. */
export const turned = (all: readonly PageRow[], { page: wanted }: Asked) => {
  const pages = Math.max(1, Math.ceil(all.length / rowsOnPage));
  const page = Math.min(pages, Math.max(1, wanted));
  const end = all.length - (page - 1) * rowsOnPage;
  return { shown: all.slice(Math.max(0, end - rowsOnPage), end).toReversed(), page, pages };
};
