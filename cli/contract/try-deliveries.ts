import fc from 'fast-check';
import type { Contract } from '#contract/contract';
import { ContractError, wholeFile } from '#contract/folder/contract-error';
import { descriptionFile } from '#contract/folder/folder';
import { createExaminer, type Examination } from '#endpoint/mock/examine';
import { aliveMessage } from '#generators/alive-message';
import { ownHeadersOf } from '#generators/filled-element';
import { type Delivery, validDelivery } from '#generators/delivery';
import type { Generation } from '#generators/generation';
import { Unbreakable } from '#generators/delivery-error';
import { violable, violation } from '#generators/violation';
import { deliveredType } from '#judgement/delivered-type';

/** How much of each document type is tried. */
interface Amounts {
  readonly valid: number;
  /** Constraints that are broken. */
  readonly broken: number;
}

const usual: Amounts = { valid: 100, broken: 10 };

/**
 * Makes deliveries of each document type and has the endpoint of the suite judge them; throws `ContractError` for all document
 * types in which it is of another opinion, or that a reader takes for another.
 */
export const tryDeliveries = (generation: Generation, amounts: Amounts = usual): void => {
  const { contract } = generation;
  const examiner = createExaminer(contract, 'basic');
  try {
    const examine = examinerOf(generation, examiner.examine);
    const problems = [
      ...refusedTest(contract, examine),
      ...contract.documentTypes.flatMap(({ name }) => problemIn({ generation, examine }, name, amounts) ?? []),
    ];
    if (problems.length > 0) throw new ContractError(wholeFile(descriptionFile), problems.join('\n'));
  } finally {
    examiner.dispose();
  }
};

type Examine = (message: Uint8Array) => Examination;

const examinerOf =
  ({ context }: Generation, examine: ReturnType<typeof createExaminer>['examine']): Examine =>
  (message) =>
    examine(message, context);

const refusedTest = (contract: Contract, examine: Examine): readonly string[] => {
  if (contract.service.alive === undefined) return [];
  const examination = examine(aliveMessage(contract, ownHeadersOf(contract)));
  if (examination.kind === 'alive' && examination.fault === undefined) return [];
  const why =
    'explanation' in examination
      ? examination.explanation.en
      : 'fault' in examination
        ? examination.fault?.text.en
        : undefined;
  return [`the connection test is refused by the endpoint of the suite: ${why ?? 'it is taken for a delivery'}`];
};

interface Trial {
  readonly generation: Generation;
  readonly examine: Examine;
}

const seed = 2;

const problemIn = (trial: Trial, type: string, { valid, broken }: Amounts): string | undefined => {
  const { generation } = trial;
  for (const delivery of fc.sample(validDelivery(generation, type), { seed, numRuns: valid })) {
    const problem = unlikeType(generation.contract, delivery, type) ?? refused(trial, delivery, type);
    if (problem !== undefined) return problem;
  }
  for (const id of chosen(generation, type, broken)) {
    const problem = taken(trial, type, id);
    if (problem !== undefined) return problem;
  }
  return undefined;
};

const number = '000000000001';

const unlikeType = (contract: Contract, { message }: Delivery, type: string): string | undefined => {
  const said = deliveredType(contract, message(number));
  if (said === type) return undefined;
  return `a delivery of ${type} is read as ${said ?? 'of no document type'}; let uses.documentType find what tells it`;
};

const refused = ({ examine }: Trial, { message }: Delivery, type: string): string | undefined => {
  const examination = examine(message(number));
  if (examination.kind !== 'delivery')
    return `a valid ${type} is no delivery to the endpoint of the suite: ${whyNone(examination)}`;
  const [first] = examination.judgement.complaints;
  if (first === undefined) return undefined;
  return `a valid ${type} is refused by the endpoint of the suite, at ${first.at || 'the request'}: ${first.text.en}`;
};

const whyNone = (examination: Exclude<Examination, { readonly kind: 'delivery' }>): string => {
  if (examination.kind === 'malformed') return examination.explanation.en;
  return examination.fault?.text.en ?? 'it is taken for the connection test';
};

/** Some constraints that a document type can break, spread over all. */
const chosen = (generation: Generation, type: string, most: number): readonly string[] => {
  const warnings = new Set(
    generation.contract.rules.filter(({ severity }) => severity === 'warning').map(({ id }) => id),
  );
  const all = violable(generation, type).flatMap(({ constraint: { id }, violable: can }) =>
    can && !warnings.has(id.slice(id.indexOf('#') + 1)) ? [id] : [],
  );
  const step = Math.max(1, Math.ceil(all.length / most));
  return all.filter((_, index) => index % step === 0);
};

const taken = (trial: Trial, type: string, id: string): string | undefined => {
  const made = brokenBy(trial.generation, type, id);
  if (made === undefined) return undefined;
  const examination = trial.examine(made.message(number));
  const isTaken = examination.kind === 'delivery' && examination.judgement.complaints.length === 0;
  return isTaken ? `a ${type} that breaks ${id} is taken by the endpoint of the suite` : undefined;
};

/** What can't be broken by itself is told by a run. */
const brokenBy = (generation: Generation, type: string, id: string): Delivery | undefined => {
  try {
    return fc.sample(violation(generation, type, id), { seed, numRuns: 1 })[0];
  } catch (error) {
    if (error instanceof Unbreakable) return undefined;
    throw error;
  }
};
