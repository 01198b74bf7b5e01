import type { MockParts } from './parts.ts';
import { escaped, link } from './page-html.ts';
import { pageTable } from './page-table.ts';
import { type PageLanguage, pageWords } from './page-words.ts';
import { memoryBounds, type ReceivedDelivery } from './registry.ts';

/** What is asked of the page: `outcome` narrows the list, `page` counts from 1, the newest. */
interface Asked {
  readonly language: PageLanguage;
  readonly query: URLSearchParams;
}

const rowsOnPage = 50;
const mebibyte = 1024 * 1024;

/** The page for people: newest message first, everything from the other side escaped. */
export const writePage = (parts: MockParts, { language, query }: Asked): string => {
  const text = pageWords[language];
  const outcome = (['accepted', 'refused'] as const).find((one) => one === query.get('outcome'));
  const all = parts.registry.list().filter((one) => outcome === undefined || one.outcome === outcome);
  const pages = Math.max(1, Math.ceil(all.length / rowsOnPage));
  const page = Math.min(pages, Math.max(1, Number(/^\d{1,9}$/.exec(query.get('page') ?? '')?.[0] ?? 1)));
  const end = all.length - (page - 1) * rowsOnPage;
  const shown = all.slice(Math.max(0, end - rowsOnPage), end).toReversed();
  const at: Place = { language, outcome, page, pages };
  const { received, accepted, refused } = parts.registry.counts();
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text.title}</title><style>${style}</style></head>
<body><h1>${text.title}</h1>
<p>${escaped(parts.contract.title)} ${wsdlLink(parts)}· <a href="ontvangen">JSON</a> ·
${link(hrefOf({ ...at, language: language === 'nl' ? 'en' : 'nl' }), text.other)}</p>
${filters(at, { all: received, accepted, refused })}
${shown.length === 0 ? `<p>${text.none}</p>` : `${turning(at)}${pageTable(shown, language)}${turning(at)}`}
<p class="note">${text.kept(memoryBounds.entries, memoryBounds.bytes / mebibyte)}</p></body></html>
`;
};

/** Which part of the list one is at. */
interface Place {
  readonly language: PageLanguage;
  readonly outcome: ReceivedDelivery['outcome'] | undefined;
  readonly page: number;
  readonly pages: number;
}

const hrefOf = ({ language, outcome, page }: Place): string =>
  `?${new URLSearchParams({
    lang: language,
    ...(outcome === undefined ? {} : { outcome }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()}`;

type Counts = Readonly<Record<'all' | ReceivedDelivery['outcome'], number>>;

const filters = (at: Place, counts: Counts): string => {
  const text = pageWords[at.language];
  const choice = (name: keyof Counts): string => {
    const outcome = name === 'all' ? undefined : name;
    const label = `${text[name]} (${String(counts[name])})`;
    return at.outcome === outcome ? `<strong>${label}</strong>` : link(hrefOf({ ...at, outcome, page: 1 }), label);
  };
  return `<nav>${(['all', 'accepted', 'refused'] as const).map(choice).join(' · ')}</nav>`;
};

/** Links to newer and older messages, where there are. */
const turning = (at: Place): string => {
  const text = pageWords[at.language];
  const turns = [
    { page: 1, label: text.newest },
    { page: at.page - 1, label: text.newer },
    { page: at.page + 1, label: text.older },
    { page: at.pages, label: text.oldest },
  ].filter(({ page }) => page >= 1 && page <= at.pages && page !== at.page);
  const links = turns.map(({ page, label }) => ` · ${link(hrefOf({ ...at, page }), label)}`);
  return at.pages === 1 ? '' : `<nav>${text.page(at.page, at.pages)}${links.join('')}</nav>`;
};

/** Who needs a certificate to see the WSDL can't follow a link from here. */
const wsdlLink = ({ access, description }: MockParts): string =>
  access.kind === 'username' ? `· <a href="${escaped(description.path)}?wsdl">WSDL</a> ` : '';

const style =
  'body{font:16px/1.4 sans-serif;margin:2rem}nav{margin:.75rem 0}.note{color:#444}' +
  'table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:.3rem .5rem;text-align:left;' +
  'vertical-align:top}td{overflow-wrap:anywhere}.whole{white-space:nowrap;overflow-wrap:normal}' +
  '.wide{min-width:11rem}.room{min-width:7rem}.refused{background:#fde8e8}';
