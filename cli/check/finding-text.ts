import type { Ground } from '#contract/grounds/ground';
import { inLines } from '#contract/texts/visible';
import { type Language, texts } from '#reporters/texts';
import type { FileFinding, JudgedFile } from './judged-file.ts';

/** What a compiler would say of a file: its findings with their places, the line with a mark, and what lies behind each. */
export const fileText = ({ name, findings }: JudgedFile, language: Language): string => {
  const explained = new Set<string>();
  return findings
    .map((finding) => {
      const said = finding.hint?.cause.en ?? '';
      const isFirst = !explained.has(said);
      explained.add(said);
      return inLines(findingLines(name, finding, { language, isFirst }));
    })
    .join('\n\n');
};

interface Telling {
  readonly language: Language;
  /** Cause and remedy are told once a file. */
  readonly isFirst: boolean;
}

const findingLines = (name: string, finding: FileFinding, { language, isFirst }: Telling): readonly string[] => {
  const { isError, text, requirement, constraint, ground, follows } = finding;
  const words = wordsIn[language];
  const about = isFirst ? finding.hint : undefined;
  return [
    `${placeText(name, finding)}: ${isError ? words.error : words.warning}: ${text[language]}`,
    ...marked(finding),
    `  = ${[requirement, constraint, words.ground(ground)].filter((part) => part !== undefined).join(' · ')}`,
    ...(about === undefined
      ? []
      : [`  = ${words.cause}: ${about.cause[language]}`, `  = ${words.remedy}: ${about.remedy[language]}`]),
    ...(follows === undefined ? [] : [`  = ${words.follows} ${follows}`]),
  ];
};

/** `file!inhoud.xml:line:column`, as far as it is known. */
export const placeText = (name: string, { document, line, column }: FileFinding): string =>
  [oneLine(`${name}${document}`), ...(line === 0 ? [] : [line]), ...(line === 0 || column === 0 ? [] : [column])].join(
    ':',
  );

/** A name that holds line breaks must not look like lines of ours. */
const oneLine = (name: string): string => name.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ');

/** Characters of a line that are shown, and of those how many before the mark. */
const shown = { all: 110, before: 40 };

/** Characters that are marked: of more the beginning is enough. */
const mostMarked = 60;

const marked = ({ source, line, column, length }: FileFinding): readonly string[] => {
  if (source === undefined || source.trim() === '' || line === 0 || column === 0) return [];
  const characters = Array.from(source, (character) => (/^\P{C}$/u.test(character) ? character : ' '));
  const from =
    characters.length <= shown.all
      ? 0
      : Math.max(0, Math.min(column - 1 - shown.before, characters.length - shown.all));
  const part = characters.slice(from, from + shown.all);
  const [start, end] = [from > 0 ? '…' : '', from + shown.all < characters.length ? '…' : ''];
  const gutter = String(line).padStart(5);
  const indent = ' '.repeat(start.length + Math.min(column - 1 - from, part.length));
  const carets = '^'.repeat(Math.max(1, Math.min(length, mostMarked, part.length - (column - 1 - from))));
  return [`${gutter} | ${start}${part.join('')}${end}`, `      | ${indent}${carets}`];
};

const groundsIn = (language: Language, ground: Ground): string => texts[language].grounds[ground];

const wordsIn = {
  nl: {
    error: 'fout',
    warning: 'waarschuwing',
    cause: 'oorzaak',
    remedy: 'oplossing',
    follows: 'kan volgen uit',
    ground: (ground: Ground) => `rust op: ${groundsIn('nl', ground)}`,
  },
  en: {
    error: 'error',
    warning: 'warning',
    cause: 'cause',
    remedy: 'remedy',
    follows: 'may follow from',
    ground: (ground: Ground) => `rests on: ${groundsIn('en', ground)}`,
  },
} as const;
