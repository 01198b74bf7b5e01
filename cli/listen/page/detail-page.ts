import type { BytesOf } from '#evidence/open-exchanges';
import { decodeBase64 } from '#judgement/base64';
import { requirements } from '#judgement/requirements/registry';
import { readZip } from '#judgement/zip';
import { heading, link, paragraph, status, written } from '#pages/controls';
import { type Content, type Html, markup } from '#pages/markup';
import { type WrittenPage, writePage } from '#pages/page';
import { table } from '#pages/table';
import type { Language } from '#reporters/texts';
import { type LevelOf, kindOf, outcomeText } from '../message-line.ts';
import type { PageRow } from './rows.ts';
import { pageWords } from './words.ts';

/** One message with all that was found in it, read from disk; undefined where there is none. */
export interface Detail {
  readonly row: PageRow | undefined;
  readonly bytesOf: BytesOf;
  readonly levelOf: LevelOf;
}

/** The page of one message. */
export const detailPage = ({ row, bytesOf, levelOf }: Detail, language: Language): WrittenPage => {
  const words = pageWords[language];
  const other = language === 'nl' ? 'en' : 'nl';
  const back = link(`./?lang=${language}`, words.back);
  if (row === undefined) return writePage({ language, title: words.gone, links: back, content: paragraph(words.gone) });
  const links = markup`${back}
<span lang="${other}">${link(`message?lang=${other}&number=${String(row.number)}`, words.other)}</span>`;
  const [request, response] = [row.event.request, row.event.response].map((kept) =>
    kept === undefined ? '' : (bytesOf(kept)?.toString('utf8') ?? ''),
  );
  const content = markup`${facts(row, language)}
${heading(words.findings)}
${findings(row, levelOf, language)}
${contentText(request ?? '', language)}
${heading(words.request)}
${written(clipped(headText(row) + (request ?? '')), words.request)}
${heading(words.response)}
${written(clipped(response ?? ''), words.response)}`;
  return writePage({ language, title: words.message(row.number), links, content });
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

const findings = ({ deviations }: PageRow, levelOf: LevelOf, language: Language): Content => {
  const words = pageWords[language];
  if (deviations.size === 0) return paragraph(words.noFindings);
  return [...deviations].map(([id, { expected, actual }]) => {
    const requirement = requirements.get(id);
    const level = levelOf(id);
    const lines: readonly (readonly [string, string | undefined])[] = [
      [words.expected, expected[language]],
      [words.actual, actual[language]],
      [words.cause, requirement?.cause[language]],
      [words.remedy, requirement?.remedy[language]],
    ];
    return markup`${paragraph([status(level === 'MUST' ? 'bad' : 'care', words.levels[level]), ' ', requirement?.text[language] ?? id, ` (${id})`])}
<ul>${lines.map(([name, said]) => markup`<li>${name}: ${said}</li>`)}</ul>`;
  });
};

const headText = ({ event: { method, inbound } }: PageRow): string =>
  [
    `${method} ${inbound?.target ?? ''}`,
    ...(inbound?.rawHeaders ?? []).map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ].join('\n');

/** Bytes of a content that are shown as text. */
const mostContent = 1024 * 1024;

/** No parser takes part: markup is left out as far as it can be told, and what is left is shown as text. */
const contentText = (message: string, language: Language): Content => {
  const [, packed] = /:?\w*Zip>([A-Za-z0-9+/=\s]{40,})</.exec(message) ?? [];
  const bytes = packed === undefined ? undefined : decodeBase64(packed);
  const entries = bytes === undefined ? 'none' : readZip(bytes, mostContent);
  if (typeof entries === 'string') return '';
  const texts = entries.flatMap(({ name, content }) =>
    typeof content === 'string' || !name.endsWith('.xml') ? [] : [plainText(Buffer.from(content).toString('utf8'))],
  );
  const words = pageWords[language];
  return texts.length === 0 ? '' : [heading(words.content), ...texts.map((text) => written(text, words.content))];
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plainText = (xml: string): string =>
  xml
    .replace(/<\?[^>]*>/g, '')
    .replace(/<\/(?:al|titel|li|tussenkop)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '')
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
