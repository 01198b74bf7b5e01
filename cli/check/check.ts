import { writeFileSync } from 'node:fs';
import { readContract } from '#contract/reader';
import type { Contract } from '#contract/contract';
import { guardedOracle } from '#judgement/guarded-oracle';
import { number } from '#reporters/number';
import type { Language } from '#reporters/texts';
import { contractFolder } from '../contract-folder.ts';
import { languageOf } from '../language.ts';
import { momentOf } from '../run/clock.ts';
import { tell, tellAside, tellInColour } from '../tell.ts';
import { createTicker } from '../ticker.ts';
import { UsageError } from '../usage-error.ts';
import { checkJson } from './check-json.ts';
import { checkJunit } from './check-junit.ts';
import { type Counts, countsOf } from './counts.ts';
import { fileText } from './finding-text.ts';
import { inputsAt, type Strange } from './inputs.ts';
import { type JudgedFile, judgeFile } from './judged-file.ts';
import { type KindOf, kindsOf } from './kind.ts';

/** The options of `3pas check` as they are given. */
export interface CheckOptions {
  readonly contract?: string;
  readonly phase?: number;
  readonly clock?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly junit?: string;
  readonly lang?: Language;
}

/** Milliseconds that one file may take. */
const deadlineMs = 15_000;

/** Judges the deliveries in files, tells what is wrong, and returns the exit code: 0 valid, 1 findings, 2 nothing to judge. */
export const check = async (paths: readonly string[], options: CheckOptions): Promise<number> => {
  const contract = readContract(contractFolder(options.contract));
  const language = languageOf(options.lang);
  const { today } = momentOf(options.clock);
  const oracle = guardedOracle(contract, deadlineMs);
  const telling: Telling = { language, isQuiet: options.json === true };
  try {
    const context = { today, oin: undefined, mandates: undefined };
    const checked = await judgeAll(paths, {
      contract,
      judge: oracle.judge,
      context,
      phase: options.phase,
      isStrict: options.strict === true,
      telling,
    });
    const counts = countsOf(checked);
    if (options.junit !== undefined) write(options.junit, checkJunit(checked, counts, language));
    if (options.json === true) tell(`${checkJson(checked, counts, language)}\n`);
    else tellInColour(`${summary(counts, language)}\n`);
    if (counts.invalid > 0) return 1;
    return checked.strange.length > 0 ? 2 : 0;
  } finally {
    await oracle.close();
  }
};

interface Telling {
  readonly language: Language;
  readonly isQuiet: boolean;
}

interface JudgingAll extends Omit<Parameters<typeof judgeFile>[1], 'contract'> {
  readonly contract: Contract;
  /** Whether a warning makes a file invalid too. */
  readonly isStrict: boolean;
  readonly telling: Telling;
}

const judgeAll = async (paths: readonly string[], judging: JudgingAll) => {
  const kindOf: KindOf = kindsOf(judging.contract);
  const ticker = createTicker();
  const files: JudgedFile[] = [];
  const strange: Strange[] = [];
  for (const input of inputsAt(paths, kindOf)) {
    const { name } = input;
    ticker.tick(() => progress(files.length, name, judging.telling.language));
    const kind = 'why' in input ? undefined : kindOf(input.bytes);
    const judged = 'why' in input || kind === undefined ? undefined : await judgeFile({ ...input, kind }, judging);
    if (judged === undefined) {
      const one = 'why' in input ? input : { name, why: noPlace };
      strange.push(one);
      ticker.stop();
      tellAside(`3pas: ${name}: ${one.why[judging.telling.language]}${wayOut[judging.telling.language]}\n`);
      continue;
    }
    const file = judging.isStrict ? strictly(judged) : judged;
    files.push(file);
    if (file.findings.length === 0 || judging.telling.isQuiet) continue;
    ticker.stop();
    tellInColour(`${fileText(file, judging.telling.language)}\n\n`);
  }
  ticker.stop();
  return { files, strange };
};

const strictly = (file: JudgedFile): JudgedFile => ({
  ...file,
  findings: file.findings.map((finding) => ({ ...finding, isError: true })),
});

const noPlace = {
  nl: 'het contract heeft geen plaats voor een bestand als dit',
  en: 'the contract has no place for a file like this',
};

const wayOut: Readonly<Record<Language, string>> = {
  nl: '; geef een bericht, dossier, inhoud.xml of zip',
  en: '; give a message, dossier, inhoud.xml or zip',
};

const progress = (count: number, name: string, language: Language): string =>
  language === 'nl'
    ? `${number(count, language)} beoordeeld, nu ${name}`
    : `${number(count, language)} judged, now ${name}`;

const summary = ({ files, invalid, warned, strange }: Counts, language: Language): string => {
  const words = wordsIn[language];
  const count = (some: number): string => number(some, language);
  const verdict = files === 0 ? 'none' : invalid > 0 ? 'failed' : strange > 0 ? 'part' : 'passed';
  return [
    `${words[verdict]}: ${count(files)} ${words.judged}, ${count(files - invalid)} ${words.valid}`,
    ...(warned === 0 ? [] : [`${count(warned)} ${words.warned}`]),
    ...(invalid === 0 ? [] : [`${count(invalid)} ${words.invalid}`]),
    ...(strange === 0 ? [] : [`${count(strange)} ${words.strange}`]),
  ].join(', ');
};

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
