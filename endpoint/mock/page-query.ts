import type { PageLanguage } from './page-words.ts';
import type { ReceivedDelivery } from './registry.ts';

/** What is asked of the page: `outcome` and `text` narrow the list, `page` counts from 1, the newest. */
export interface Asked {
  readonly language: PageLanguage;
  readonly outcome: ReceivedDelivery['outcome'] | undefined;
  readonly text: string;
  readonly page: number;
}

/** The messages of one page, the newest first. */
export interface Turn {
  readonly shown: readonly ReceivedDelivery[];
  readonly page: number;
  readonly pages: number;
}

export const outcomes = ['accepted', 'refused'] as const;

const rowsOnPage = 50;
const longestSearch = 200;

/** Reads what is asked; what it does not understand is not asked. */
export const askedOf = (language: PageLanguage, query: URLSearchParams): Asked => ({
  language,
  outcome: outcomes.find((one) => one === query.get('outcome')),
  text: (query.get('text') ?? '').trim().slice(0, longestSearch),
  page: Number(/^\d{1,9}$/.exec(query.get('page') ?? '')?.[0] ?? 1),
});

/** The address that asks this of the page. */
export const hrefOf = ({ language, outcome, text, page }: Asked): string =>
  `?${new URLSearchParams({
    lang: language,
    ...(text === '' ? {} : { text }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()}`;

/** The messages that are asked for: every word of the text is in one of the columns. */
export const chosen = (all: readonly ReceivedDelivery[], { outcome, text }: Asked): readonly ReceivedDelivery[] => {
  const words = text.toLowerCase().split(/\s+/);
  return all.filter((one) => (outcome === undefined || one.outcome === outcome) && has(one, words));
};

const has = (one: ReceivedDelivery, words: readonly string[]): boolean => {
  const { documentType, reference, title, medium, dossierNumber, status, code, text, warnings, files } = one;
  const names = files.map(({ name }) => name);
  const all = [documentType, reference, title, medium, dossierNumber, status, code, text, ...warnings, ...names];
  const shown = all.join('\n').toLowerCase();
  return words.every((word) => shown.includes(word));
};

/** The page that is asked for, or the nearest there is. */
export const turned = (all: readonly ReceivedDelivery[], { page: wanted }: Asked): Turn => {
  const pages = Math.max(1, Math.ceil(all.length / rowsOnPage));
  const page = Math.min(pages, Math.max(1, wanted));
  const end = all.length - (page - 1) * rowsOnPage;
  return { shown: all.slice(Math.max(0, end - rowsOnPage), end).toReversed(), page, pages };
};
