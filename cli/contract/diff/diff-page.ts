import type { Contract } from '#contract/contract';
import type { Difference } from '#contract/diff/contract-differences';
import { note, paragraph } from '#pages/controls';
import { type Content, type Html, markup } from '#pages/markup';
import { writePage } from '#pages/page';
import { type Row, table } from '#pages/table';
import type { Language } from '#reporters/texts';
import { countText, placeOf, usersText, valuesText } from './diff-text.ts';
import { changeWords, factWords, nothing, topicWords } from './diff-words.ts';

type Named = Pick<Contract, 'id' | 'title' | 'digest'>;

/** The two contracts of a comparison, and what differs. */
export interface Comparison {
  readonly before: Named;
  readonly after: Named;
  readonly differences: readonly Difference[];
}

const words = {
  nl: {
    title: 'Verschillen tussen twee contracten',
    compared: 'Vergeleken',
    caption: 'Verschillen',
    columns: ['Waar', 'Wat', 'Eerst', 'Daarna'],
    digest: 'SHA-256 van de map',
  },
  en: {
    title: 'Differences between two contracts',
    compared: 'Compared',
    caption: 'Differences',
    columns: ['Where', 'What', 'Before', 'After'],
    digest: 'SHA-256 of the folder',
  },
} as const;

/** A comparison as a page that stands by itself. */
export const diffPage = ({ before, after, differences }: Comparison, language: Language): string => {
  const { title, compared, caption, columns, digest } = words[language];
  const groups = [...Map.groupBy(differences, ({ topic }) => topic)].map(([topic, own]) => ({
    heading: { id: topic, text: topicWords[topic][language] },
    rows: own.map((one) => rowOf(one, language)),
  }));
  const content: Html = markup`${paragraph(`${compared}: ${before.title} -> ${after.title}`)}
${[before, after].map((one) => note(`${one.id}, ${digest}: ${one.digest}`))}
${paragraph(countText(differences, language))}
${table({
  id: 'differences',
  caption,
  columns: columns.map((one, index) => ({ title: one, kind: index === 1 ? undefined : ('code' as const) })),
  groups,
  narrow: 'stacked',
})}`;
  return writePage({ language, title, content }).text;
};

const rowOf = (one: Difference, language: Language): Row => {
  const { at, change, fact, before, after, values } = one;
  const what = fact === undefined ? changeWords[change][language] : factWords[fact][language];
  if (values !== undefined) return { cells: [placeOf(at), what, '', valuesText(values, language, Infinity)] };
  if (change === 'moved') return { cells: [placeOf(at), what, placeOf(before ?? ''), placeOf(after ?? '')] };
  const side = (text: string | undefined): Content => (fact === undefined ? '' : (text ?? nothing[language]));
  return { cells: [`${placeOf(at)}${usersText(one)}`, what, side(before), side(after)] };
};
