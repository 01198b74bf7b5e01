import { requirements } from '#judgement/requirements/registry';
import { heading, link, paragraph, status } from '#pages/controls';
import { type Content, markup } from '#pages/markup';
import { placeList } from '#pages/source-lines';
import type { Language } from '#reporters/texts';
import type { LevelOf } from '../message-line.ts';
import type { PageRow } from '../page/rows.ts';
import { pageWords } from '../page/words.ts';
import { findingAnchor, markAnchor } from './anchors.ts';
import { type ExaminedFinding, headName } from './examined.ts';

/** What a message is told to be wrong by: its requirements, each with its places, and what else stands out in it. */
export const findingList = (
  { deviations }: Pick<PageRow, 'deviations'>,
  found: readonly ExaminedFinding[],
  { levelOf, language }: { readonly levelOf: LevelOf; readonly language: Language },
): Content => {
  const words = pageWords[language];
  const others = found.filter(({ requirement }) => requirement === undefined || !has(deviations, requirement));
  if (deviations.size === 0 && others.length === 0) return paragraph(words.noFindings);
  const broken = [...deviations].map(([id, { expected, actual }]) => {
    const requirement = requirements.get(id);
    const level = levelOf(id);
    const lines: readonly (readonly [string, string | undefined])[] = [
      [words.expected, expected[language]],
      [words.actual, actual[language]],
      [words.cause, requirement?.cause[language]],
      [words.remedy, requirement?.remedy[language]],
    ];
    const places = found.filter((one) => one.requirement === id);
    return markup`${paragraph([status(level === 'MUST' ? 'bad' : 'care', words.levels[level]), ' ', requirement?.text[language] ?? id, ` (${id})`])}
${placeList([
  ...lines.map(([name, said]) => ({ content: `${name}: ${said ?? ''}` })),
  ...places.map((one) => item(one, language)),
])}`;
  });
  const rest = others.length === 0 ? '' : [heading(words.others), placeList(others.map((one) => item(one, language)))];
  return [...broken, rest];
};

const has = (deviations: PageRow['deviations'], id: string): boolean =>
  [...deviations.keys()].some((one) => one === id);

const item = (one: ExaminedFinding, language: Language) => {
  const { number, text } = one;
  return {
    id: findingAnchor(number),
    content: [`[${String(number)}] ${text[language]} `, placeLink(one, language)],
  };
};

const placeLink = ({ number, document, line, column }: ExaminedFinding, language: Language): Content => {
  const { place, requestHead } = pageWords[language];
  const within = document === headName ? requestHead : document;
  return line === 0 ? '' : link(`#${markAnchor(number)}`, place(line, column, within));
};
