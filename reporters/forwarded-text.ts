import { number } from './number.ts';
import type { RunResult } from './run-result.ts';
import type { Language } from './texts.ts';

/** Where messages of a recording went on to, and what of the limits there is used up; nothing where they did not. */
export const forwardedText = (
  { recording, forwarded }: Pick<RunResult, 'recording' | 'forwarded'>,
  language: Language,
): readonly string[] => {
  const to = recording?.forwardedTo;
  if (to === undefined || forwarded === undefined) return [];
  const part = (count: number, most: number | undefined): string =>
    [count, ...(most === undefined ? [] : [most])].map((one) => number(one, language)).join(words[language].of);
  const [requests, accepted] = [part(forwarded.requests, to.requests), part(forwarded.accepted, to.accepted)];
  return [words[language].text(to.url, requests, accepted)];
};

const words = {
  nl: {
    of: ' van ',
    text: (url: string, requests: string, accepted: string) =>
      `Doorgestuurd naar ${url}: verzoeken ${requests}, dossiers ${accepted} (opruimlijst.csv).`,
  },
  en: {
    of: ' of ',
    text: (url: string, requests: string, accepted: string) =>
      `Went on to ${url}: requests ${requests}, dossiers ${accepted} (opruimlijst.csv).`,
  },
} as const;
