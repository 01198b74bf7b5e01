import { readContract } from '#contract/reader';
import type { Contract } from '#contract/contract';
import { guardedOracle } from '#judgement/guarded-oracle';
import { number } from '#reporters/number';
import { visible } from '#contract/texts/visible';
import type { Language } from '#reporters/texts';
import { contractFolder } from '../contract-folder.ts';
import { languageOf } from '../language.ts';
import { momentOf } from '../run/clock.ts';
import { tellAside, tellInColour } from '../tell.ts';
import { createTicker } from '../ticker.ts';
import { conclude } from './conclude.ts';
import { fileText } from './finding-text.ts';
import { inputsAt, type Strange } from './inputs.ts';
import { answersOf } from './other-kind.ts';
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
  const oracle = guardedOracle(contract, { deadlineMs });
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
    return conclude(checked, options, language);
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
  for (const input of inputsAt(paths, { kindOf, isAnswer: answersOf(judging.contract) })) {
    const { name } = input;
    ticker.tick(() => progress(files.length, name, judging.telling.language));
    const kind = 'why' in input ? undefined : kindOf(input.bytes);
    const judged = 'why' in input || kind === undefined ? undefined : await judgeFile({ ...input, kind }, judging);
    if (judged === undefined) {
      const one: Strange = 'why' in input ? input : { name, why: noPlace };
      strange.push(one);
      // Beside thousands of deliveries lie thousands of answers; they are counted at the end.
      if (one.isAnswer === true) continue;
      ticker.stop();
      tellAside(`3pas: ${visible(name)}: ${one.why[judging.telling.language]}${wayOut[judging.telling.language]}\n`);
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

/** The same with every warning as an error. */
export const strictly = (file: JudgedFile): JudgedFile => ({
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
