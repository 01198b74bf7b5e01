import type { BytesOf } from '#evidence/open-exchanges';
import { heading, link, paragraph, written } from '#pages/controls';
import { type Content, type Html, markup } from '#pages/markup';
import { type WrittenPage, writePage } from '#pages/page';
import { table } from '#pages/table';
import type { Language } from '#reporters/texts';
import { type LevelOf, kindOf, outcomeText } from '../message-line.ts';
import type { Examined, Examining } from '../detail/examined.ts';
import { documents } from '../detail/documents.ts';
import { findingList } from '../detail/finding-list.ts';
import { places } from '../detail/places.ts';
import type { GuardedExamine } from '../detail/guarded-examine.ts';
import { requestOf } from '../detail/request-of.ts';
import type { PageRow } from './rows.ts';
import { pageWords } from './words.ts';

/** One message with all that was found in it, read from disk; undefined where there is none. */
export interface Detail {
  readonly row: PageRow | undefined;
  readonly bytesOf: BytesOf;
  readonly levelOf: LevelOf;
  readonly examine: GuardedExamine['examine'];
}

/** The page of one message. */
export const detailPage = async (
  { row, bytesOf, levelOf, examine }: Detail,
  language: Language,
): Promise<WrittenPage> => {
  const words = pageWords[language];
  const other = language === 'nl' ? 'en' : 'nl';
  const back = link(`./?lang=${language}`, words.back);
  if (row === undefined) return writePage({ language, title: words.gone, links: back, content: paragraph(words.gone) });
  const links = markup`${back}
<span lang="${other}">${link(`message?lang=${other}&number=${String(row.number)}`, words.other)}</span>`;
  const request = requestOf(row, bytesOf);
  const examined = await examine(request);
  const { response } = row.event;
  const content = markup`${facts(row, language)}
${heading(words.findings)}
${findingList(row, examined?.findings ?? [], { levelOf, language })}
${examined === undefined ? unexamined(request, language) : [contents(examined, language), places(examined, language), documents(examined, language)]}
${heading(words.response)}
${written(clipped((response && bytesOf(response)?.toString('utf8')) ?? ''), words.response)}`;
  return writePage({ language, title: words.message(row.number), links, content });
};

const unexamined = ({ head, body }: Examining, language: Language): Content => {
  const words = pageWords[language];
  return [
    paragraph(words.late),
    heading(words.request),
    written(clipped(head + Buffer.from(body).toString('utf8')), words.request),
  ];
};

const contents = ({ contents: all }: Examined, language: Language): Content => {
  const words = pageWords[language];
  const shown = all.map(({ name, bytes, text }) => [
    paragraph(words.file(name, bytes)),
    text === undefined ? '' : written(text, name),
  ]);
  return shown.length === 0 ? '' : [heading(words.content), shown];
};

/** Characters of a message that the page shows. */
const longest = 200_000;

const clipped = (text: string): string => (text.length > longest ? `${text.slice(0, longest).toWellFormed()} …` : text);

const facts = (row: PageRow, language: Language): Html => {
  const { fields, factColumns, facts: caption } = pageWords[language];
  const { event, seen } = row;
  const values = [
    new Date(event.startedAt).toISOString(),
    event.inbound?.note?.sender ?? '–',
    kindOf(row, language),
    outcomeText(row, language),
    ...[seen?.said.reference, seen?.said.title, seen?.said.medium],
  ];
  const rows = fields.map((field, index) => ({ cells: [field, values[index]] }));
  return table({
    ...{ id: 'facts', caption, narrow: 'stacked' },
    columns: [
      { title: factColumns[0], kind: 'whole' },
      { title: factColumns[1], kind: 'room' },
    ],
    groups: [{ rows }],
  });
};
