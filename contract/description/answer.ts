import type { AnswerPaths, FailureFlag, FailurePaths, OutcomePath, RefusalPaths } from '../contract.ts';
import { acceptingTexts } from './accepting-texts.ts';
import { ContractError } from '../folder/contract-error.ts';
import type { Place } from '#xml/place';
import { toGrounding } from '../grounds/grounding.ts';
import { type Description } from './description.ts';
import { checkPlaced } from '../xpath/placed.ts';

/** What `contract.yaml` says of answers, its expressions checked; throws `ContractError`. */
export const readAnswerPaths = (description: Description): AnswerPaths => {
  const { dossierNumber } = description.entries.service.answer;
  checked(description, dossierNumber, ['answer', 'dossierNumber']);
  const outcome = outcomeIn(description);
  return { dossierNumber, numbers: numbersIn(description), outcome, failure: failureIn(description, outcome) };
};

const numbersIn = ({ entries, placeOf }: Description): AnswerPaths['numbers'] => {
  const { numbers } = entries.service.answer;
  if (numbers === undefined) return undefined;
  const { first, none, pattern, ground, source } = numbers;
  const at = (key: string): Place => placeOf('service', 'answer', 'numbers', key);
  if (!/\d/.test(first))
    throw new ContractError(
      at('first'),
      `service.answer.numbers.first "${first}" has no digit, so no other number can follow it; give one that has`,
    );
  if (none === first)
    throw new ContractError(
      at('none'),
      `"${first}" is a number and none in service.answer.numbers; give each its own text`,
    );
  return { first, none, pattern, ...toGrounding(ground, source, at('ground')) };
};

const outcomeIn = (description: Description): OutcomePath | undefined => {
  const { status, statuses } = description.entries.service.answer;
  if (status !== undefined && statuses !== undefined) {
    checked(description, status, ['answer', 'status']);
    mustDiffer(description, statuses);
    return { status, statuses };
  }
  if (status === undefined && statuses === undefined) return undefined;
  const [there, lacks] = status === undefined ? ['statuses', 'status'] : ['status', 'statuses'];
  throw new ContractError(
    description.placeOf('service', 'answer', there),
    `service.answer has ${there} but no ${lacks}; add it, or leave out both`,
  );
};

const mustDiffer = ({ placeOf }: Description, statuses: Readonly<Record<string, string>>): void => {
  const all = Object.entries(statuses);
  const twice = all.find(([, said], index) => all.slice(0, index).some(([, earlier]) => earlier === said));
  if (twice === undefined) return;
  throw new ContractError(
    placeOf('service', 'answer', 'statuses', twice[0]),
    `status "${twice[1]}" stands for two outcomes; give each its own`,
  );
};

const failureIn = (description: Description, outcome: OutcomePath | undefined): FailurePaths | undefined => {
  const entries = description.entries.service.answer.failure;
  if (entries === undefined) return undefined;
  return {
    flag: flagIn(description, entries, outcome),
    ...refusalPaths(description, entries, ['answer', 'failure']),
  };
};

type FailureEntries = NonNullable<Description['entries']['service']['answer']['failure']>;

/** An answer says with some values that it is an acceptance, and with others, or with any other, that it is a refusal. */
const flagIn = (
  description: Description,
  { flag, code, ...entries }: FailureEntries,
  outcome: OutcomePath | undefined,
): FailureFlag | undefined => {
  const wrong = (key: 'flag' | 'failed' | 'succeeded', sentence: string): ContractError =>
    new ContractError(description.placeOf('service', 'answer', 'failure', key), `service.answer.failure ${sentence}`);
  const [failed, succeeded] = [listOf(entries.failed), listOf(entries.succeeded)];
  if (flag === undefined && failed.length === 0 && succeeded.length === 0) return undefined;
  if (flag === undefined)
    throw wrong(failed.length === 0 ? 'succeeded' : 'failed', 'has no flag; say where it stands, or leave this out');
  checked(description, flag, ['answer', 'failure', 'flag']);
  const accepting = acceptingTexts({ at: flag, succeeded }, outcome);
  if (accepting.length === 0) throw wrong('flag', 'does not say what the flag says of an acceptance; add succeeded');
  const both = failed.find((one) => accepting.includes(one));
  if (both !== undefined) throw wrong('failed', `takes "${both}" for a refusal and for none; give each its own`);
  if (flag === code) mustRefuse(description, accepting);
  return { at: flag, failed, succeeded };
};

const listOf = (said: string | readonly string[] | undefined): readonly string[] =>
  said === undefined ? [] : typeof said === 'string' ? [said] : said;

/** Where the code itself tells a refusal, none that our own endpoint refuses with accepts. */
const mustRefuse = ({ entries: { errorCodes }, placeOf }: Description, accepting: readonly string[]): void => {
  const { own = {}, ...occasions } = errorCodes;
  const all = [
    ...Object.entries(occasions).map(([name, { code }]) => ({ path: [name], code })),
    ...Object.entries(own).map(([name, { code }]) => ({ path: ['own', name], code })),
  ];
  const wrong = all.find(({ code }) => accepting.includes(code));
  if (wrong === undefined) return;
  const { path, code } = wrong;
  throw new ContractError(
    placeOf('errorCodes', ...path, 'code'),
    `errorCodes.${path.join('.')}.code is "${code}", which says at the flag of service.answer.failure that all is well; give it another one`,
  );
};

/** Where a refusal says what is wrong. */
export const refusalPaths = (
  description: Description,
  { code, text, element }: RefusalPaths | FailureEntries,
  around: readonly string[],
): RefusalPaths => {
  const paths = { code, text, element };
  for (const key of ['code', 'text', 'element'] as const) {
    const path = paths[key];
    if (path !== undefined) checked(description, path, [...around, key]);
  }
  return paths;
};

const checked = (description: Description, source: string, path: readonly string[]): void => {
  const scope = { prefixes: Object.keys(description.entries.namespaces), variables: new Map<string, never>() };
  checkPlaced(source, scope, description.placeOf('service', ...path));
};
