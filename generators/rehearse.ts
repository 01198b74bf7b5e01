import fc from 'fast-check';
import { comesWithUs } from '#contract/folder/comes-with-us';
import { ContractError } from '#contract/folder/contract-error';
import { facesFile } from '#contract/rules/faces-file';
import { isShipped } from '#contract/rules/shipped-faces';
import type { Finding } from '#judgement/finding';
import { DeliveryError, Unbreakable, demandedTwice } from './delivery-error.ts';
import { validDelivery } from './delivery.ts';
import { RoleError } from './draft/role-nodes.ts';
import { faceFaultsOf } from './faces/face-faults.ts';
import type { Generation } from './generation.ts';
import { GenerationError } from '#documents/schema/generation-error';
import { violable, violation } from './violation.ts';

/** For which document types, all unless said; and whether a rule is broken in each of them, or in the first that can break it. */
export interface Rehearsal {
  readonly documentTypes?: readonly string[];
  readonly rulesIn?: 'each-type' | 'one-type';
}

/**
 * Makes one valid delivery of each document type, and breaks each rule in it once, so that what is wrong in `rules.mjs`
 * comes to light before anything is sent. Throws `ContractError`.
 */
export const rehearse = (
  generation: Generation,
  { documentTypes = [], rulesIn = 'each-type' }: Rehearsal = {},
): void => {
  const broken = new Set<string>();
  const all = generation.contract.documentTypes.map(({ name }) => name);
  for (const type of documentTypes.length === 0 ? all : documentTypes) {
    mustWork(generation, '', () => fc.sample(validDelivery(generation, type), once));
    const rules = mustWork(generation, '', () => violable(generation, type)).filter(
      (one) => one.violable && one.constraint.kind === 'rule',
    );
    for (const { constraint } of rules) {
      if (rulesIn === 'one-type' && broken.has(constraint.id)) continue;
      broken.add(constraint.id);
      const about = constraint.id.slice(constraint.id.indexOf('#') + 1);
      mustWork(generation, about, () => {
        tryToBreak(generation, type, constraint.id);
      });
    }
  }
};

const once = { seed: 1, numRuns: 1 };

/** Where our own faces are used with other schemas, a rule may come down to another; a run tells that it could not be broken. */
const tryToBreak = (generation: Generation, type: string, constraint: string): void => {
  try {
    fc.sample(violation(generation, type, constraint), once);
  } catch (error) {
    const { contract } = generation;
    const isBorrowed = isShipped(facesFile(contract)?.digest ?? '') && !comesWithUs(contract);
    if (!(error instanceof Unbreakable) || !isBorrowed) throw error;
  }
};

/** Without code of the contract's author, what is generated wrong is our bug; a type without values is the schema's. */
const mustWork = <Result>({ contract }: Generation, about: string, make: () => Result): Result => {
  try {
    return make();
  } catch (error) {
    if (error instanceof GenerationError) {
      const { file, line } = error;
      const reason = error.message.replace(/^[^:]*:\d+: /, '');
      throw new ContractError({ file, line }, `nothing valid can be made: ${reason}; correct the schema`, error);
    }
    const doubled = error instanceof Unbreakable ? demandedTwice(contract, error) : undefined;
    if (doubled !== undefined) throw doubled;
    const isFaces = error instanceof DeliveryError || error instanceof RoleError;
    if (!isFaces || contract.faces === undefined) throw error;
    throw faceFaultsOf(contract).fault(`${error.message}; correct the faces`, { cause: error, about });
  }
};

/** Throws `ContractError` for an example that is refused on the day of the generation. */
export const judgeExamples = ({ contract, oracle, context }: Generation): void => {
  for (const { example } of contract.documentTypes) {
    const opinion = oracle.judge(contract.files.get(example) ?? new Uint8Array(), context);
    if (opinion.verdict === 'valid') continue;
    const findings = opinion.verdict === 'invalid' ? opinion.findings : [];
    const first = findings.find(({ severity }) => severity === 'error');
    const reason = first === undefined ? 'it can not be judged' : `${first.constraint}: ${first.text.en}`;
    throw new ContractError({ file: example, line: lineOf(first) }, `the example is refused, ${oneSentence(reason)}`);
  }
};

/** A line inside a payload is none of the file's. */
const lineOf = (finding: Finding | undefined): number =>
  finding === undefined || finding.path.includes('!') ? 0 : finding.line;

const oneSentence = (text: string): string => `${text.replace(/\s+/g, ' ').trim().replace(/\.$/, '')}; correct it`;
