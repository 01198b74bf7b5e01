import { isRequirementId, requirements } from '#judgement/requirements/registry';
import { heading, link, paragraph, status } from '#pages/controls';
import { type Content, markup } from '#pages/markup';
import { placeList } from '#pages/source-lines';
import type { Language } from '#reporters/texts';
import type { Broken } from '../page-row.ts';
import { pageWords } from '../page-words.ts';
import { findingAnchor, markAnchor } from './anchors.ts';
import { type ExaminedFinding, headName } from './examined.ts';

/** What a message is told to be wrong by: what it breaks, each with its places, and what else stands out in it. */
export const findingList = (
  broken: readonly Broken[],
  found: readonly ExaminedFinding[],
  language: Language,
): Content => {
  const words = pageWords[language];
  const others = found.filter(({ requirement }) => !broken.some(({ id }) => id === requirement));
  if (broken.length === 0 && others.length === 0) return paragraph(words.noFindings);
  const each = broken.map(({ id, level, deviation }) => {
    const requirement = isRequirementId(id) ? requirements.get(id) : undefined;
    const places = found.filter((one) => one.requirement === id);
    const hint = places.length === 0 ? requirement : places.find((one) => one.hint !== undefined)?.hint;
    const lines: readonly (readonly [string, string | undefined])[] = [
      [words.expected, deviation?.expected[language]],
      [words.actual, deviation?.actual[language]],
      [words.cause, hint?.cause[language]],
      [words.remedy, hint?.remedy[language]],
    ];
    return markup`${paragraph([status(level === 'MUST' ? 'bad' : 'care', words.levels[level]), ' ', requirement?.text[language] ?? id, ` (${id})`])}
${placeList([
  ...lines.flatMap(([name, said]) => (said === undefined ? [] : [{ content: `${name}: ${said}` }])),
  ...places.map((one) => item(one, language)),
])}`;
  });
  const rest = others.length === 0 ? '' : [heading(words.others), placeList(others.map((one) => item(one, language)))];
  return [...each, rest];
};

/** What a message breaks by these findings alone, each once. */
export const brokenBy = (found: readonly ExaminedFinding[]): readonly Broken[] => {
  const known = found.flatMap(({ requirement, isError }) =>
    requirement === undefined ? [] : [{ requirement, isError }],
  );
  return [...Map.groupBy(known, ({ requirement }) => requirement)].map(([id, own]) => ({
    id,
    level: own.some(({ isError }) => isError) ? 'MUST' : 'SHOULD',
  }));
};

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
