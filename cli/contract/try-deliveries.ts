import fc from 'fast-check';
import type { Contract } from '#contract/contract';
import { ContractError, wholeFile } from '#contract/folder/contract-error';
import { descriptionFile } from '#contract/folder/folder';
import { createExaminer, type Examination } from '#endpoint/mock/examine';
import { aliveMessage } from '#generators/alive-message';
import { ownHeadersOf } from '#generators/filled-element';
import { type Delivery, validDelivery } from '#generators/delivery';
import { rewritten } from '#generators/rewritten';
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
    const trial: Trial = { generation, examine, likenesses: new Set(), nextNumber: counting() };
    const problems = [
      ...refusedTest(contract, examine),
      ...contract.documentTypes.flatMap(({ name }) => problemIn(trial, name, amounts) ?? []),
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
  /** What those taken so far are known by, so that one like them is a duplicate. */
  readonly likenesses: Set<string>;
  /** As in a run, each delivery goes under a number of its own. */
  readonly nextNumber: () => string;
}

const counting = (): (() => string) => {
  let count = 0;
  return () => String((count += 1)).padStart(12, '0');
};

const seed = 2;

const problemIn = (trial: Trial, type: string, { valid, broken }: Amounts): string | undefined => {
  const { generation } = trial;
  for (const [index, delivery] of fc.sample(validDelivery(generation, type), { seed, numRuns: valid }).entries()) {
    const number = trial.nextNumber();
    const problem =
      unlikeType(generation.contract, delivery, type) ??
      refused(trial, delivery, { type, number, isFirst: index === 0 });
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

interface Try {
  readonly type: string;
  readonly number: string;
  /** Of its document type: this one is delivered again. */
  readonly isFirst: boolean;
}

const refused = (trial: Trial, delivery: Delivery, { type, number, isFirst }: Try): string | undefined => {
  const examination = trial.examine(delivery.message(number));
  if (examination.kind !== 'delivery')
    return `a valid ${type} is no delivery to the endpoint of the suite: ${whyNone(examination)}`;
  const [first] = examination.judgement.complaints;
  if (first !== undefined)
    return `a valid ${type} is refused by the endpoint of the suite, at ${first.at || 'the request'}: ${first.text.en}`;
  const { likeness } = examination.judgement.summary;
  if (likeness === undefined) return undefined;
  if (trial.likenesses.has(likeness))
    return `a valid ${type} is a duplicate of another one, since nothing that service.duplicate.key names is new with each; name something that is, such as reference, or make it none`;
  trial.likenesses.add(likeness);
  if (!isFirst) return undefined;
  const again = trial.examine(rewritten(trial.generation, delivery).message(number));
  if (again.kind === 'delivery' && again.judgement.summary.likeness === likeness) return undefined;
  return `a ${type} that is delivered again in other bytes is no duplicate to the endpoint of the suite; name under service.duplicate.key what has the same value then`;
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
