import type { Language } from '#reporters/texts';
import type { PageRow } from './page-row.ts';

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

const isOf = ({ came, broken }: PageRow, outcome: Asked['outcome']): boolean => {
  if (outcome === 'findings') return broken.length > 0;
  return outcome === undefined || came === (outcome === 'accepted' ? 'accepted' : 'other');
};

const has = (row: PageRow, words: readonly string[], language: Language): boolean => {
  const { reference, title, medium } = row.said;
  const shown = [
    ...[row.kindIn(language), row.outcomeIn(language), row.sender],
    ...[reference, title, medium, ...row.broken.map(({ id }) => id)],
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
