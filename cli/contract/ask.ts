import { createInterface } from 'node:readline';
import type { Language } from '#reporters/texts';
import type { Bilingual } from '#contract/texts/bilingual';
import { visible } from '#contract/texts/visible';
import { statusLine, tellAside } from '../tell.ts';
import { typedAnswer } from './typed-answer.ts';

/** Something that a person may be asked, with what they may answer. */
export interface Choice {
  readonly question: Bilingual;
  readonly choices: readonly string[];
}

/** Asks at a terminal which of some is meant, until one is chosen; undefined where nobody is there, or Enter leaves it open. */
export const askWhich = async ({ question, choices }: Choice, language: Language): Promise<number | undefined> => {
  if (!process.stdin.isTTY || !statusLine().isTerminal) return undefined;
  const lines = choices.map((choice, index) => `  ${String(index + 1)}  ${visible(choice)}`);
  tellAside(`${question[language]}\n${lines.join('\n')}\n> `);
  for (;;) {
    const answer = typedAnswer(await nextLine(), choices.length);
    if (answer === 'nothing') return undefined;
    if (answer !== 'no-choice') return answer;
    tellAside(`${again(choices.length)[language]}\n> `);
  }
};

const again = (choices: number): Bilingual => ({
  nl: `Typ een getal van 1 tot en met ${String(choices)}, of alleen Enter om het open te laten.`,
  en: `Type a number from 1 to ${String(choices)}, or only Enter to leave it open.`,
});

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
