import { writeFileSync } from 'node:fs';
import { contractDifferences } from '#contract/diff/contract-differences';
import { readContract } from '#contract/reader';
import { jsonText } from '#contract/texts/json-text';
import type { Language } from '#reporters/texts';
import { contractFolder } from '../../contract-folder.ts';
import { languageOf } from '../../language.ts';
import { tell } from '../../tell.ts';
import { saidBy } from '../../said-by.ts';
import { UsageError } from '../../usage-error.ts';
import { diffPage } from './diff-page.ts';
import { diffText } from './diff-text.ts';

/** What `3pas contract diff` is asked. */
export interface DiffOptions {
  readonly json?: boolean;
  readonly html?: string;
  readonly lang?: Language;
}

/** Compares two folders and tells what differs; returns 1 where something does. The second is the shipped one unless said. */
export const compareFolders = (first: string, second: string | undefined, options: DiffOptions): number => {
  const [before, after] = [readContract(contractFolder(first)), readContract(contractFolder(second))];
  const differences = contractDifferences(before, after);
  const language = languageOf(options.lang);
  if (options.html !== undefined) write(options.html, diffPage({ before, after, differences }, language));
  const sides = [before, after].map(({ id, title, digest }) => ({ id, title, digest }));
  tell(
    options.json === true
      ? `${jsonText({ before: sides[0], after: sides[1], differences }, 2)}\n`
      : diffText(differences, language),
  );
  return differences.length === 0 ? 0 : 1;
};

const write = (file: string, text: string): void => {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const why = saidBy(error);
    throw new UsageError({
      nl: `de pagina is niet te schrijven naar ${file} (${why.nl}); geef met --html een andere plaats`,
      en: `the page can't be written to ${file} (${why.en}); give another place with --html`,
    });
  }
};
