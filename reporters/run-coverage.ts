import type { Bilingual } from '#contract/texts/bilingual';
import type { Aimed, NeverBroken } from '#evidence/event';
import type { RunResult } from './run-result.ts';
import { type Broken, pairOf } from './sent-counts.ts';

/** What a run sent of one constraint in one document type. */
export interface CoverageCell {
  /** `missed`: it could have been broken, and was not. */
  readonly state: 'violated' | 'missed' | NeverBroken['verdict'];
  /** Violations that were sent, and how many of them were refused; one that is only warned of is to be accepted. */
  readonly violations: number;
  readonly refused: number;
  /** Accepted deliveries that kept it, where it can be broken. */
  readonly valid: number;
  readonly reason: Bilingual | undefined;
}

/** What a run sent of one constraint, over all document types and in each. */
export interface ConstraintCoverage {
  readonly constraint: string;
  readonly violations: number;
  readonly valid: number;
  readonly documentTypes: Readonly<Record<string, CoverageCell>>;
}

/** What a run reached of its contract: `coverage.json`. */
export interface RunCoverage {
  readonly version: 1;
  readonly runId: string;
  readonly contract: { readonly id: string; readonly digest: string };
  readonly documentTypes: readonly string[];
  readonly counts: Readonly<Record<'all' | 'violated' | 'valid' | 'never', number>>;
  readonly constraints: readonly ConstraintCoverage[];
}

/** Lays what a run sent over the constraints of its contract. */
export const coverageOfRun = ({ started, sent }: Pick<RunResult, 'started' | 'sent'>, aim: Aimed): RunCoverage => {
  const types = aim.documentTypes.filter(
    (type) => started.documentTypes.length === 0 || started.documentTypes.includes(type),
  );
  const never = new Map(aim.never.map((one) => [pairOf(one.constraint, one.documentType), one]));
  const constraints = aim.constraints.map((constraint): ConstraintCoverage => {
    const cells = types.map((type) => {
      const key = pairOf(constraint, type);
      return [type, cellFrom(sent.broken.get(key), sent.valid.get(type) ?? 0, never.get(key))] as const;
    });
    const sum = (count: (cell: CoverageCell) => number): number =>
      cells.reduce((total, [, cell]) => total + count(cell), 0);
    return {
      constraint,
      violations: sum(({ violations }) => violations),
      valid: sum((cell) => cell.valid),
      documentTypes: Object.fromEntries(cells),
    };
  });
  const count = (is: (one: ConstraintCoverage) => boolean): number => constraints.filter(is).length;
  return {
    version: 1,
    runId: started.runId,
    contract: { id: started.contract.id, digest: started.contract.digest },
    documentTypes: types,
    counts: {
      all: constraints.length,
      violated: count(({ violations }) => violations > 0),
      valid: count((one) => one.valid > 0),
      never: count(({ documentTypes }) => Object.values(documentTypes).every(({ state }) => isNever(state))),
    },
    constraints,
  };
};

const isNever = (state: CoverageCell['state']): boolean => state === 'untested' || state === 'not-applicable';

const cellFrom = (broken: Broken | undefined, valid: number, never: NeverBroken | undefined): CoverageCell => {
  if (broken !== undefined) return { state: 'violated', ...broken, valid, reason: undefined };
  const none = { violations: 0, refused: 0 };
  if (never === undefined) return { state: 'missed', ...none, valid, reason: undefined };
  // What a document type never has, none of its deliveries keeps.
  return { state: never.verdict, ...none, valid: never.verdict === 'untested' ? valid : 0, reason: never.reason };
};
