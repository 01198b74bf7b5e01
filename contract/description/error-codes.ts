import type { Constraint, Contract } from '../contract.ts';
import { contentPrefix, names, type ErrorCase, type ErrorCode, type OwnError } from '../error-cases.ts';
import { attempt, attemptEach, type Part } from '../folder/attempt.ts';
import { ContractError } from '../folder/contract-error.ts';
import { type Description } from './description.ts';
import { toGrounding } from '../grounds/grounding.ts';
import { contentFaults } from '../texts/content-text.ts';
import { didYouMean } from '../texts/nearest.ts';

/** What our own endpoint answers with, by occasion. */
export const readErrorCodes = ({ entries, placeOf }: Description): Readonly<Record<ErrorCase, ErrorCode>> => {
  const read = (occasion: ErrorCase): Part<ErrorCode> =>
    attempt(() => {
      const { code, nl, en, ground, source } = entries.errorCodes[occasion];
      return { code, text: { nl, en }, ...toGrounding(ground, source, placeOf('errorCodes', occasion, 'ground')) };
    });
  const [schema, content, rule] = [read('schema'), read('content'), read('rule')];
  const [duplicate, credentials] = [read('duplicate'), read('credentials')];
  const [size, internal] = [read('size'), read('internal')];
  return {
    ...{ schema: schema(), content: content(), rule: rule(), duplicate: duplicate() },
    ...{ credentials: credentials(), size: size(), internal: internal() },
  };
};

/** The cases of the interface's own; throws `ContractError` for one with the name of an occasion. */
export const readOwnErrors = ({ entries, placeOf }: Description): readonly OwnError[] =>
  attemptEach(Object.entries(entries.errorCodes.own ?? {}), ([name, { of, code, nl, en, ground, source }]) => {
    const at = ['errorCodes', 'own', name] as const;
    if (Object.hasOwn(entries.errorCodes, name))
      throw new ContractError(
        placeOf(...at),
        `errorCodes.own.${name} has the name of an occasion; give it another one`,
      );
    return { name, of, code, text: { nl, en }, ...toGrounding(ground, source, placeOf(...at, 'ground')) };
  });

/** Throws `ContractError` for a case of the interface's own that is of nothing the contract knows. */
export const mustBeOfSomething = (
  { placeOf }: Description,
  ownErrors: Contract['ownErrors'],
  constraints: readonly Constraint[],
): void => {
  const known = [...constraints.map(({ id }) => id), ...contentFaults.map((fault) => contentPrefix + fault)];
  attemptEach(ownErrors, ({ name, of }) => {
    attemptEach(of, (pattern, index) => {
      if (known.some((id) => names(pattern, id))) return;
      const near = didYouMean(pattern, known) || '; name a constraint, with * for any text, or content#zip';
      throw new ContractError(
        placeOf('errorCodes', 'own', name, 'of', index),
        `errorCodes.own.${name} is of "${pattern}", which is no constraint of the contract${near}`,
      );
    });
  });
};
