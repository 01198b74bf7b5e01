import type { Bilingual } from '#contract/texts/bilingual';
import { visible } from '#contract/texts/visible';
import { isWorse } from '../change.ts';
import type { Comparison } from '../compare-night.ts';
import { changeText, endingText, markOf } from './change-text.ts';
import { dayOf } from './moment.ts';
import { headline } from './headline.ts';

type Language = keyof Bilingual;

/** A comparison for a terminal: one line where nothing changed, and one for each change. */
export const comparisonText = (comparison: Comparison, language: Language): string =>
  [headline(comparison)[language], ...linesOf(comparison).map(({ mark, text }) => `  ${mark} ${text[language]}`)]
    .map((line) => `${visible(line)}\n`)
    .join('');

interface Line {
  readonly mark: string;
  readonly text: Bilingual;
}

/** What is told, the alarms first, and what ends last. */
export const linesOf = ({ changes, ends, memory }: Comparison): readonly Line[] => [
  ...[...changes.filter(isWorse), ...changes.filter((change) => !isWorse(change))].map((change) => ({
    mark: markOf(change),
    text: changeText(change),
  })),
  ...ends.map((one) => ({ mark: '!', text: endingText(one, dayOf(memory.history.at(-1)?.at ?? '')) })),
];

/** The same as Markdown, for the summary of a job. */
export const comparisonMarkdown = (comparison: Comparison, language: Language): string => {
  const lines = linesOf(comparison).map(({ mark, text }) => `- ${mark} ${escaped(text[language])}`);
  return [`### ${escaped(headline(comparison)[language])}`, ...(lines.length === 0 ? [] : ['', ...lines])]
    .map((line) => `${line}\n`)
    .join('');
};

/** Words that GitHub makes a mention, a link or a reference of, however their characters are escaped. */
const live = /@|:\/\/|www\.|mailto:|xmpp:|#\d|gh-\d/iu;

/** What Markdown would read as markup, and what is not seen as itself. */
const escaped = (text: string): string =>
  visible(text)
    .split(/(\s+)/u)
    .map((word) => (live.test(word) ? codeSpan(word) : plain(word)))
    .join('');

const plain = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>#|~&]/g, (one) => `\\${one}`);

/** Its fence is longer than any in it. */
const codeSpan = (text: string): string => {
  const fences = Array.from(text.matchAll(/`+/gu), ([fence]) => fence.length);
  const fence = '`'.repeat(Math.max(0, ...fences) + 1);
  return fences.length === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
};
