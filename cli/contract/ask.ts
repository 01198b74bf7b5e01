import { createInterface } from 'node:readline';
import type { Language } from '#reporters/texts';
import type { Bilingual } from '#contract/texts/bilingual';
import { visible } from '#contract/texts/visible';
import { statusLine, tellAside } from '../tell.ts';

/** Something that a person may be asked, with what they may answer. */
export interface Choice {
  readonly question: Bilingual;
  readonly choices: readonly string[];
}

/** Asks at a terminal which of some is meant; undefined where nobody is there, or nothing that was asked for is answered. */
export const askWhich = async ({ question, choices }: Choice, language: Language): Promise<number | undefined> => {
  if (!process.stdin.isTTY || !statusLine().isTerminal) return undefined;
  const lines = choices.map((choice, index) => `  ${String(index + 1)}  ${visible(choice)}`);
  tellAside(`${question[language]}\n${lines.join('\n')}\n> `);
  const index = Number((await nextLine()).trim()) - 1;
  return Number.isInteger(index) && index >= 0 && index < choices.length ? index : undefined;
};

/** What is typed next; nothing where the input ends. */
const nextLine = (): Promise<string> =>
  new Promise((resolve) => {
    const lines = createInterface({ input: process.stdin });
    // Closing tells at once that nothing comes any more.
    lines.once('line', (line) => {
      resolve(line);
      lines.close();
    });
    lines.once('close', () => {
      resolve('');
    });
  });
