import type { Difference, ValueChanges } from '#contract/diff/contract-differences';
import { type Ground, grounds } from '#contract/grounds/ground';
import { type Language, texts } from '#reporters/texts';
import { amount } from '../amount.ts';
import { changeWords, factWords, nothing, topicWords, valueWords } from './diff-words.ts';

const signs: Readonly<Record<Difference['change'], string>> = { added: '+', gone: '-', changed: '~', moved: '>' };

/** Characters of a text, and values of a list, that stand in a line. */
const most = { characters: 120, values: 8 };

/** A comparison for people: by topic, a line each, and a count of all; what is new or gone with what is around it is only counted. */
export const diffText = (differences: readonly Difference[], language: Language): string => {
  if (differences.length === 0) return { nl: 'Geen verschillen\n', en: 'No differences\n' }[language];
  const groups = [...Map.groupBy(differences, ({ topic }) => topic)].map(([topic, own]) =>
    [topicWords[topic][language], ...linesOf(own, language).map((line) => `  ${line}`), ''].join('\n'),
  );
  return `${groups.join('\n')}\n${countText(differences, language)}\n`;
};

/** The lines of one topic. */
const linesOf = (all: readonly Difference[], language: Language): readonly string[] => {
  const places = new Set(all.map(({ change, at }) => `${change} ${at}`));
  const isWhole = ({ change }: Difference): boolean => change === 'added' || change === 'gone';
  const isInside = (one: Difference): boolean =>
    isWhole(one) && places.has(`${one.change} ${one.at.slice(0, Math.max(0, one.at.lastIndexOf('/')))}`);
  const inside = all.filter(isInside);
  const within = (one: Difference): number =>
    isWhole(one) ? inside.filter(({ change, at }) => change === one.change && at.startsWith(`${one.at}/`)).length : 0;
  return all.filter((one) => !isInside(one)).map((one) => `${lineOf(one, language)}${moreText(within(one), language)}`);
};

const moreText = (count: number, language: Language): string =>
  count === 0 ? '' : { nl: ` (met ${String(count)} erin)`, en: ` (with ${String(count)} inside)` }[language];

/** How many differences there are of each kind. */
export const countText = (differences: readonly Difference[], language: Language): string => {
  const counts = [...Map.groupBy(differences, ({ change }) => change)].map(
    ([change, own]) => `${String(own.length)} ${changeWords[change][language]}`,
  );
  const [one, more] = ({ nl: ['verschil', 'verschillen'], en: ['difference', 'differences'] } as const)[language];
  return `${amount(differences.length, one, more)}: ${counts.join(', ')}`;
};

const lineOf = (one: Difference, language: Language): string => {
  const { change, at, before } = one;
  const told = change === 'moved' ? `${placeOf(before ?? '')} -> ${placeOf(at)}` : `${placeOf(at)}${usersText(one)}`;
  const what = whatOf(one, language);
  return `${signs[change]} ${told}${what === '' ? '' : `: ${what}`}`;
};

/** The rules that a variable changes with it. */
export const usersText = ({ users = [] }: Difference): string =>
  users.length === 0 ? '' : ` (in ${users.join(', ')})`;

/** A path without the name of the element in the request, which all have. */
export const placeOf = (at: string): string => at.replace(/^request\/(?=.)/, '');

const whatOf = ({ fact, before, after, values }: Difference, language: Language): string => {
  if (fact === undefined) return '';
  const name = factWords[fact][language];
  if (values !== undefined) return `${name} ${valuesText(values, language)}`;
  const meant = (text: string): string => (fact === 'ground' && isGround(text) ? texts[language].grounds[text] : text);
  const side = (text: string | undefined): string =>
    text === undefined ? nothing[language] : shortly(meant(text.replace(/\s+/g, ' ')));
  return `${name} ${side(before)} -> ${side(after)}`;
};

const isGround = (text: string): text is Ground => grounds.some((one) => one === text);

const shortly = (text: string): string =>
  text.length <= most.characters ? text : `${text.slice(0, most.characters)}…`;

/** What came to a list and what went, the first of each by name. */
export const valuesText = (values: ValueChanges, language: Language, shown = most.values): string =>
  (['added', 'gone', 'changed'] as const)
    .flatMap((kind) => {
      const own = values[kind];
      if (own.length === 0) return [];
      const more = own.length - shown;
      const rest = more > 0 ? [{ nl: `en nog ${String(more)}`, en: `and ${String(more)} more` }[language]] : [];
      return [`${valueWords[kind][language]} ${[...own.slice(0, shown).map((one) => `"${one}"`), ...rest].join(', ')}`];
    })
    .join('; ');
