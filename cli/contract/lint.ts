import type { Contract } from '#contract/contract';
import { wrongExamples } from '#contract/examples/given-examples';
import { ContractError } from '#contract/folder/contract-error';
import { gatherContract, gatherWithoutExamples, readOpen } from '#contract/reader';
import type { Bilingual } from '#contract/texts/bilingual';
import { visible } from '#contract/texts/visible';
import { ConfigurationError } from '#endpoint/configuration-error';
import { createExaminer } from '#endpoint/mock/examine';
import { createAnswers } from '#endpoint/server/soap/answers';
import type { Language } from '#reporters/texts';
import type { RulesOptions } from '../rules/options.ts';
import { perform } from '../rules/perform.ts';
import { useToMake } from '../rules/use.ts';
import { momentOf } from '../run/clock.ts';
import { saidBy } from '../said-by.ts';
import { tell, tellAside } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import { ended, warnOfOpen, warnOfWeak } from './lint-warnings.ts';
import { amount } from './amount.ts';
import { countsText } from './counts-text.ts';
import { untestedOperations } from './untested-operations.ts';

/** Tells all that is wrong with a folder, and what could not be looked at for that; throws what ends with exit code 2. */
export const lintFolder = async (folder: string, options: RulesOptions, language: Language): Promise<void> => {
  const gathered = gatherContract(folder);
  if (gathered.read !== undefined) {
    const { read } = gathered;
    warnOfOpen(read, language);
    warnOfWeak(read, language);
    mustBeNone(folder, { errors: await workErrors(read, options), left: [] }, language);
    tellCounts(read, language);
    return;
  }
  warnOfOpen(readOpen(folder), language);
  const { errors, left } = gathered;
  const besides = gatherWithoutExamples(folder).read;
  // A process of its own reads the folder anew, and finds it broken.
  const canMake = besides?.faces === undefined || useToMake(besides, options) === 'here';
  if (besides === undefined || !canMake) mustBeNone(folder, { errors, left: [...left, made] }, language);
  else {
    warnOfWeak(besides, language);
    mustBeNone(folder, { errors: [...errors, ...(await workErrors(besides, options))], left }, language);
  }
};

const made: Bilingual = { nl: 'aanleveringen die ervan gemaakt worden', en: 'deliveries that are made of it' };

/** What is wrong where a folder is put to work, each step whatever became of the others. */
const workErrors = async (contract: Contract, options: RulesOptions): Promise<readonly Error[]> => {
  const errors: Error[] = [];
  errors.push(...wrongExamples(contract));
  const steps: readonly (() => Promise<void> | void)[] = [
    () => {
      createAnswers(contract);
    },
    () => {
      createExaminer(contract, 'basic').dispose();
    },
    () => mustGenerate(contract, options),
  ];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof Error) || !kinds.some((kind) => error instanceof kind)) throw error;
      errors.push(error);
    }
  }
  return errors;
};

const kinds = [ContractError, ConfigurationError, UsageError];

/** Nothing is generated of a contract that is read without its `rules.mjs`: chance need not keep the rules. */
const mustGenerate = async (contract: Contract, options: RulesOptions): Promise<void> => {
  const isWhole = options.rules !== false || contract.faces === undefined;
  const occasion = { today: momentOf(undefined).today, runId: 'lint' };
  const job = { kind: 'lint', occasion, rehearsal: isWhole ? {} : undefined } as const;
  await perform({ contract, use: useToMake(contract, options), job }, () => undefined);
};

interface Broken {
  readonly errors: readonly Error[];
  readonly left: readonly Bilingual[];
}

/** More are counted only. */
const mostErrors = 100;

/** One error is told as by any other command. */
const mustBeNone = (folder: string, { errors, left }: Broken, language: Language): void => {
  const [first] = errors;
  if (first === undefined) return;
  if (errors.length === 1) {
    tellLeft(left, language);
    throw first;
  }
  const placeOf = (error: Error): readonly [string, number] =>
    error instanceof ContractError ? [error.file, error.line] : ['', 0];
  const inOrder = errors.toSorted((one, other) => {
    const [[file, line], [otherFile, otherLine]] = [placeOf(one), placeOf(other)];
    return file.localeCompare(otherFile, 'en') || line - otherLine;
  });
  for (const error of inOrder.slice(0, mostErrors)) tellAside(`${ended(saidBy(error)[language])}\n`);
  tellLeft(left, language);
  const count = String(errors.length);
  throw new UsageError({
    nl: `${count} fouten in ${folder}; verbeter ze, en geef dit commando weer`,
    en: `${count} errors in ${folder}; correct them, and give this command again`,
  });
};

const tellLeft = (left: readonly Bilingual[], language: Language): void => {
  const names = [...new Set(left.map((one) => one[language]))].join(', ');
  if (names !== '') tellAside(`${notLooked[language]}: ${names}.\n`);
};

const notLooked = {
  nl: 'Niet bekeken, omdat de fouten het beletten',
  en: 'Not looked at, because the errors hinder it',
} as const;

const tellCounts = (contract: Contract, language: Language): void => {
  const { rules, id, digest, otherOperations } = contract;
  const ruled = { nl: amount(rules.length, 'regel', 'regels'), en: amount(rules.length, 'rule', 'rules') }[language];
  tell(`${visible(id)}: ${countsText(contract, language)}, ${ruled}, digest ${digest}\n`);
  if (otherOperations.length > 0) tell(`${untestedOperations(otherOperations, language)}\n`);
};
