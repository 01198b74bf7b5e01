import { askingForm, choice, link, note, paragraph, searchField } from '#pages/controls';
import { type Content, markup, type Html } from '#pages/markup';
import { type WrittenPage, writePage } from '#pages/page';
import { type Asked, askedOf, chosen, hrefOf, outcomes, type Turn, turned } from './page-query.ts';
import { receivedTable } from './page-table.ts';
import { type PageLanguage, pageWords } from './page-words.ts';
import type { MockParts } from './parts.ts';
import { memoryBounds } from './registry.ts';

const mebibyte = 1024 * 1024;

/** The page for people: newest message first. */
export const receivedPage = (parts: MockParts, language: PageLanguage, query: URLSearchParams): WrittenPage => {
  const words = pageWords[language];
  const asked = askedOf(language, query);
  const turn = turned(chosen(parts.registry.list(), asked), asked);
  const content = markup`${paragraph(words.counts(parts.registry.counts()))}
${form(asked)}
${turn.shown.length === 0 ? paragraph(isNarrowed(asked) ? words.noneSuch : words.none) : list(turn, asked)}
${note(words.kept(memoryBounds.entries, memoryBounds.bytes / mebibyte))}`;
  return writePage({ language, title: words.title, links: links(parts, asked), content });
};

const isNarrowed = ({ outcome, text }: Asked): boolean => outcome !== undefined || text !== '';

const links = ({ contract, access, description }: MockParts, asked: Asked): Html => {
  const other = asked.language === 'nl' ? 'en' : 'nl';
  // Who needs a certificate to see the WSDL can't follow a link from here.
  const wsdl = access.kind === 'username' ? link(`${description.path}?wsdl`, 'WSDL') : '';
  return markup`<span>${contract.title}</span> ${wsdl} ${link('ontvangen', 'JSON')}
<span lang="${other}">${link(hrefOf({ ...asked, language: other }), pageWords[asked.language].other)}</span>`;
};

const form = ({ language, outcome, text }: Asked): Html => {
  const words = pageWords[language];
  const options = [{ value: '', text: words.all }, ...outcomes.map((value) => ({ value, text: words[value] }))];
  const fields = [
    searchField({ name: 'text', label: words.search, value: text }),
    choice({ name: 'outcome', label: words.outcome, value: outcome }, options),
  ];
  return askingForm(fields, words.show, { lang: language });
};

const list = (turn: Turn, asked: Asked): Html =>
  markup`${turning(turn, asked)}
${receivedTable(turn.shown, asked.language)}
${turning(turn, asked)}`;

/** Links to newer and older messages, where there are. */
const turning = ({ page, pages }: Turn, asked: Asked): Content => {
  if (pages === 1) return '';
  const words = pageWords[asked.language];
  const turns = [
    { page: 1, text: words.newest },
    { page: page - 1, text: words.newer },
    { page: page + 1, text: words.older },
    { page: pages, text: words.oldest },
  ].filter((one) => one.page >= 1 && one.page <= pages && one.page !== page);
  return markup`<div class="links"><span>${words.page(page, pages)}</span>
${turns.map((one) => link(hrefOf({ ...asked, page: one.page }), one.text))}</div>`;
};
