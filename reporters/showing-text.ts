import { visible } from '#contract/texts/visible';
import type { Shown, ToShow } from '#judgement/showing/showing';
import type { Language } from './texts.ts';

/** What there is to show, said in a few words. */
export const toShowText = ({ kind, name }: Pick<ToShow, 'kind' | 'name'>, language: Language): string =>
  [kinds[language][kind], name].filter((part) => part !== undefined).join(' ');

/** How much of what was declared is shown, and what is missing, by document type. */
export const showingText = (shown: readonly Shown[], language: Language): readonly string[] => {
  const say = words[language];
  const missing = shown.filter(({ isDone }) => !isDone);
  const done = shown.length - missing.length;
  if (missing.length === 0) return [say.all(shown.length)];
  const lines = [...Map.groupBy(missing, ({ documentType }) => documentType ?? say.errors)].map(
    ([of, own]) => `  ${of}: ${own.map((one) => toShowText(one, language)).join(', ')}`,
  );
  return [say.some(done, shown.length), ...lines].map(visible);
};

const words = {
  nl: {
    all: (count: number) => `Alles is getoond wat de leverancier opgeeft: ${String(count)} van ${String(count)}.`,
    some: (done: number, all: number) =>
      `Getoond van wat de leverancier opgeeft: ${String(done)} van ${String(all)}. Nog niet:`,
    errors: 'omgaan met fouten',
  },
  en: {
    all: (count: number) => `All that the vendor declares is shown: ${String(count)} of ${String(count)}.`,
    some: (done: number, all: number) =>
      `Shown of what the vendor declares: ${String(done)} of ${String(all)}. Not yet:`,
    errors: 'coping with errors',
  },
} as const;

const kinds: Readonly<Record<Language, Readonly<Record<ToShow['kind'], string>>>> = {
  nl: {
    delivery: 'een aangenomen aanlevering',
    notice: 'soort',
    medium: 'medium',
    element: 'met',
    'long-text': 'een lange titel',
    'odd-text': 'bijzondere tekens in de titel',
    rectification: 'een rectificatie',
    'without-medium': 'zonder medium (klaarzetten)',
    'publication-date': 'met publicatiedatum',
    redelivery: 'verbeterd na een weigering',
    fault: 'opnieuw na een storing van het endpoint',
    'lost-answer': 'opnieuw na een verloren antwoord',
    'slow-answer': 'wachten op een traag antwoord',
  },
  en: {
    delivery: 'an accepted delivery',
    notice: 'notice',
    medium: 'medium',
    element: 'with',
    'long-text': 'a long title',
    'odd-text': 'odd characters in the title',
    rectification: 'a rectification',
    'without-medium': 'without a medium (klaarzetten)',
    'publication-date': 'with a date of publication',
    redelivery: 'mended after a refusal',
    fault: 'again after a failure of the endpoint',
    'lost-answer': 'again after a lost answer',
    'slow-answer': 'waiting for a slow answer',
  },
};
