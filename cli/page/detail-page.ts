import { heading, link, paragraph, written } from '#pages/controls';
import { type Content, type Html, markup } from '#pages/markup';
import { type WrittenPage, writePage } from '#pages/page';
import { table } from '#pages/table';
import type { Language } from '#reporters/texts';
import { documents } from './detail/documents.ts';
import type { Examined, Examining } from './detail/examined.ts';
import { brokenBy, findingList } from './detail/finding-list.ts';
import type { GuardedExamine } from './detail/guarded-examine.ts';
import { places } from './detail/places.ts';
import type { OpenMessage, PageRow } from './page-row.ts';
import { pageWords } from './page-words.ts';

/** The page of one message with all that is found in it; undefined for one that is not there. */
export const detailPage = async (
  row: PageRow | undefined,
  examine: GuardedExamine['examine'],
  language: Language,
): Promise<WrittenPage> => {
  const words = pageWords[language];
  const other = language === 'nl' ? 'en' : 'nl';
  const back = link(`./?lang=${language}`, words.back);
  if (row === undefined) return writePage({ language, title: words.gone, links: back, content: paragraph(words.gone) });
  const links = markup`${back}
<span lang="${other}">${link(`message?lang=${other}&number=${String(row.number)}`, words.other)}</span>`;
  const message = row.open();
  const content = markup`${facts(row, language)}
${message === undefined ? paragraph(words.madeWay) : await messageParts(row, { message, examine, language })}`;
  return writePage({ language, title: words.message(row.number), links, content });
};

interface Showing {
  readonly message: OpenMessage;
  readonly examine: GuardedExamine['examine'];
  readonly language: Language;
}

const messageParts = async (row: PageRow, { message, examine, language }: Showing): Promise<Content> => {
  const { request, response } = message;
  const words = pageWords[language];
  const examined = await examine(request);
  const found = examined?.findings ?? [];
  return [
    heading(words.findings),
    findingList(row.isJudged || examined === undefined ? row.broken : brokenBy(found), found, language),
    ...(examined === undefined
      ? unexamined(request, language)
      : [contents(examined, language), places(examined, language), documents(examined, language)]),
    ...(row.files.length === 0
      ? []
      : [heading(words.files), row.files.map(({ href, name }) => paragraph(link(href, name)))]),
    ...(response === undefined
      ? []
      : [heading(words.response), written(clipped(Buffer.from(response).toString('utf8')), words.response)]),
  ];
};

const unexamined = ({ head, body }: Examining, language: Language): readonly Content[] => {
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
  const { reference, title, medium } = row.said;
  const values = [
    new Date(row.at).toISOString(),
    row.sender ?? '–',
    row.kindIn(language),
    row.outcomeIn(language),
    ...[reference, title, medium],
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
