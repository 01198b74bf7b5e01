import type fc from 'fast-check';
import type { Finding } from '#judgement/finding';
import type { Draft } from './draft/draft.ts';
import type { Generation } from './generation.ts';
import { Unbreakable } from './delivery-error.ts';
import { describe, opinionOf } from './opinion.ts';

/** A valid draft, and what one edit made of it. */
export interface Broken {
  readonly parent: Draft;
  readonly draft: Draft;
  readonly constraint: string;
  readonly kind: 'schema' | 'rule';
  readonly operator: string;
  readonly severity: 'error' | 'warning';
  /** Path of the edited node, as in `Finding`. */
  readonly edited: string;
  readonly implied: readonly string[];
  /** Other ids under which the oracle may find the same breach. */
  readonly aliases?: readonly string[];
}

/** Whether the oracle finds the constraint broken, and nothing else but what is implied or follows from it. */
const isConfirmed = (generation: Generation, broken: Broken): boolean => {
  const opinion = opinionOf(generation, broken.draft);
  if (opinion.verdict !== (broken.severity === 'error' ? 'invalid' : 'valid')) return false;
  const { findings } = opinion;
  return findings.some((one) => isIt(broken, one)) && findings.every((one) => isMeant(broken, one));
};

const isIt = ({ constraint, aliases = [] }: Broken, finding: Finding): boolean =>
  finding.constraint === constraint || aliases.includes(finding.constraint);

const isMeant = (broken: Broken, finding: Finding): boolean => {
  if (finding.follows === broken.constraint || broken.implied.includes(finding.constraint)) return true;
  if (!isIt(broken, finding) || finding.severity !== broken.severity) return false;
  // A rule looks at several nodes, and is found broken at the one it speaks of.
  return broken.kind === 'rule' || isNear(finding.path, broken.edited);
};

/** At the edited node, at an attribute or child of it, or at its parent. */
const isNear = (path: string, edited: string): boolean => {
  const parent = edited.slice(0, edited.lastIndexOf('/'));
  return path === edited || path === parent || path.slice(0, path.lastIndexOf('/')) === edited;
};

/** How many edits in a row may fail to break the constraint, or break more than it. */
const mostFailures = 200;

/** Those that the oracle confirms, while shrinking too; throws `Unbreakable` when hardly any is. */
export const confirmedOnly = (
  generation: Generation,
  { constraint, what }: { readonly constraint: string; readonly what: string },
  edits: fc.Arbitrary<Broken | undefined>,
): fc.Arbitrary<Broken> => {
  let failures = 0;
  return edits.filter((broken): broken is Broken => {
    const confirmed = broken !== undefined && isConfirmed(generation, broken);
    failures = confirmed ? 0 : failures + 1;
    if (failures <= mostFailures) return confirmed;
    const findings = broken === undefined ? 'the edit could not be made' : `found was ${foundIn(generation, broken)}`;
    const tried = `${what} was not broken by itself in ${String(mostFailures)} tries; at last ${findings}`;
    throw new Unbreakable(constraint, tried);
  });
};

const foundIn = (generation: Generation, { draft }: Broken): string => {
  const opinion = opinionOf(generation, draft);
  if (opinion.verdict === 'unjudgeable') return opinion.reason;
  return describe(opinion.findings) || 'nothing';
};
