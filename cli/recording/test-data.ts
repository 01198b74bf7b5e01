import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Language } from '#reporters/texts';
import { statusLine, tellAside } from '../tell.ts';

/** Where it may be said that a recording holds test data. */
export interface TestDataSaid {
  readonly flag: boolean | undefined;
  /** In `vendor.yaml`. */
  readonly declared?: boolean | undefined;
  readonly json: boolean | undefined;
  readonly language: Language;
}

/** Whether who records declares that it is test data: said beforehand, or asked at a terminal. Nobody else is waited for: without it there is a warning, which stays with the recording. */
export const declaredTestData = async ({ flag, declared, json, language }: TestDataSaid): Promise<boolean> => {
  const said = flag ?? declared;
  if (said === true) return true;
  const answered = said === undefined && json !== true && isTerminal() && (await asked(language));
  if (!answered) tellAside(`3pas: ${undeclared[language]}\n`);
  return answered;
};

const isTerminal = (): boolean => process.stdin.isTTY && statusLine().isTerminal;

const asked = async (language: Language): Promise<boolean> => {
  tellAside(`${question[language]}\n`);
  const terminal = createInterface({ input: process.stdin });
  try {
    // An input that ends answers nothing.
    const [answer = ''] = (await Promise.race([once(terminal, 'line'), once(terminal, 'close')])) as readonly string[];
    return /^\s*[jy]/i.test(answer);
  } finally {
    terminal.close();
  }
};

const question = {
  nl: 'Bevat dit verkeer alleen testgegevens, en geen gegevens van echte personen? [j/N]',
  en: 'Does this traffic hold test data only, and nothing about real persons? [y/N]',
} as const;

const undeclared = {
  nl: 'niemand verklaart dat deze opname testgegevens bevat; doe dat met --test-data (of testData: true in vendor.yaml), of gebruik geen echte gegevens. De waarschuwing blijft bij de opname.',
  en: 'nobody declares that this recording holds test data; do so with --test-data (or testData: true in vendor.yaml), or use no real data. The warning stays with the recording.',
} as const;
