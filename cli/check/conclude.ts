import { writeFileSync } from 'node:fs';
import { visible } from '#contract/texts/visible';
import { number } from '#reporters/number';
import type { Language } from '#reporters/texts';
import { tell, tellInColour } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import { checkJson } from './check-json.ts';
import { checkJunit } from './check-junit.ts';
import { type Checked, type Counts, countsOf, type NotJudged, notJudgedIn } from './counts.ts';

/** Where what was found goes besides the terminal. */
interface Concluding {
  readonly json?: boolean;
  readonly junit?: string;
}

/** Tells what came of all files, and returns the exit code: 0 valid, 1 findings, 2 something that could not be judged. */
export const conclude = (checked: Checked, { json, junit }: Concluding, language: Language): number => {
  const counts = countsOf(checked);
  if (junit !== undefined) write(junit, checkJunit(checked, counts, language));
  if (json === true) tell(`${checkJson(checked, counts, language)}\n`);
  else
    tellInColour(`${[summary(counts, language), ...notJudgedIn(checked).map(notJudgedText(language))].join('\n')}\n`);
  if (counts.invalid > 0) return 1;
  return counts.strange > 0 || counts.files === 0 ? 2 : 0;
};

const summary = ({ files, invalid, warned, strange, answers }: Counts, language: Language): string => {
  const words = wordsIn[language];
  const count = (some: number): string => number(some, language);
  const verdict = files === 0 ? 'none' : invalid > 0 ? 'failed' : strange > 0 ? 'part' : 'passed';
  return [
    `${words[verdict]}: ${count(files)} ${words.judged}, ${count(files - invalid)} ${words.valid}`,
    ...(warned === 0 ? [] : [`${count(warned)} ${words.warned}`]),
    ...(invalid === 0 ? [] : [`${count(invalid)} ${words.invalid}`]),
    ...(strange === 0 ? [] : [`${count(strange)} ${words.strange}`]),
    ...(answers === 0 ? [] : [`${count(answers)} ${answers === 1 ? words.answer : words.answers}`]),
  ].join(', ');
};

const notJudgedText =
  (language: Language) =>
  ({ constraint, text, files }: NotJudged): string =>
    visible(
      language === 'nl'
        ? `Niet beoordeeld in ${number(files, language)} ${files === 1 ? 'bestand' : 'bestanden'}: ${constraint}; ${text.nl}`
        : `Not judged in ${number(files, language)} ${files === 1 ? 'file' : 'files'}: ${constraint}; ${text.en}`,
    );

const wordsIn = {
  nl: {
    none: 'GEEN OORDEEL',
    failed: 'VOLDOET NIET',
    part: 'Deels getoetst',
    passed: 'VOLDOET',
    judged: 'beoordeeld',
    valid: 'geldig',
    warned: 'daarvan met een waarschuwing',
    invalid: 'niet geldig',
    strange: 'overgeslagen',
    answer: 'antwoord van de dienst niet beoordeeld',
    answers: 'antwoorden van de dienst niet beoordeeld',
  },
  en: {
    none: 'NO VERDICT',
    failed: 'FAILED',
    part: 'Tested in part',
    passed: 'PASSED',
    judged: 'judged',
    valid: 'valid',
    warned: 'of them with a warning',
    invalid: 'not valid',
    strange: 'passed over',
    answer: 'answer of the service not judged',
    answers: 'answers of the service not judged',
  },
} as const;

const write = (file: string, text: string): void => {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(
      {
        nl: `--junit ${file} is niet te schrijven; geef een ander bestand`,
        en: `--junit ${file} can't be written; give another file`,
      },
      { cause: error },
    );
  }
};
