import type fc from 'fast-check';
import { pathOf } from '#contract/roles/bindings';
import type { Bilingual } from '#contract/texts/bilingual';
import { anyWay } from '#documents/violation/violator';
import type { Finding } from '#judgement/finding';
import { deliveryOf } from './delivery.ts';
import type { Draft } from './draft/draft.ts';
import type { Generation } from './generation.ts';
import { DeliveryError, Unbreakable, describe } from './delivery-error.ts';
import { openNumber, testTitle } from './marks.ts';
import { opinionOf } from './opinion.ts';

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

/** How many edits in a row may fail to break the constraint, or break more than it: in any way, and in a certain one. */
const mostFailures = { anyhow: 200, certain: 20 };

/** What became of an edit: it breaks the constraint and may leave, or it does not. */
type Attempt =
  | Kept
  | { readonly kind: 'failed'; readonly broken: Broken | undefined; readonly forbidden: Bilingual | undefined };

interface Kept {
  readonly kind: 'kept';
  readonly broken: Broken;
}

/** Those that the oracle confirms and that may leave, while shrinking too; throws `Unbreakable` when hardly any is. */
export const confirmedOnly = (
  generation: Generation,
  { constraint, what, way }: { readonly constraint: string; readonly what: string; readonly way: string },
  edits: fc.Arbitrary<Broken | undefined>,
): fc.Arbitrary<Broken> => {
  const most = way === anyWay ? mostFailures.anyhow : mostFailures.certain;
  let failures = 0;
  return edits
    .map((broken) => attempted(generation, broken))
    .filter((attempt): attempt is Kept => {
      failures = attempt.kind === 'kept' ? 0 : failures + 1;
      if (attempt.kind === 'kept' || failures <= most) return attempt.kind === 'kept';
      const { broken, forbidden } = attempt;
      const findings = broken === undefined ? 'the edit could not be made' : `found was ${foundIn(generation, broken)}`;
      const last = forbidden === undefined ? findings : `what breaks it must not leave: ${forbidden.en}`;
      const tried = `${what} was not broken by itself in ${String(most)} tries; at last ${last}`;
      const besides = broken === undefined ? [] : besidesIn(generation, broken);
      throw new Unbreakable(constraint, tried, { forbidden, besides });
    })
    .map(({ broken }) => broken);
};

const attempted = (generation: Generation, broken: Broken | undefined): Attempt => {
  const failed = { kind: 'failed', broken, forbidden: undefined } as const;
  if (broken === undefined || !isConfirmed(generation, broken)) return failed;
  const forbidden = forbiddenAs(generation, broken.draft);
  if (forbidden === undefined) return { kind: 'kept', broken };
  mustLeave(generation, broken.parent);
  const marked = { ...broken, draft: markedAgain(generation, broken.draft) };
  return isConfirmed(generation, marked) && forbiddenAs(generation, marked.draft) === undefined
    ? { kind: 'kept', broken: marked }
    : { ...failed, forbidden };
};

/** A valid delivery that must not leave is a fault, and no reason to leave out what was made from it. */
const mustLeave = (generation: Generation, parent: Draft): void => {
  const forbidden = forbiddenAs(generation, parent);
  if (forbidden !== undefined) throw new DeliveryError(`a valid delivery must not leave: ${forbidden.en}`);
};

const forbiddenAs = (generation: Generation, draft: Draft): Bilingual | undefined =>
  generation.forbids?.(deliveryOf(generation, draft).message(openNumber));

/** What was written in the place of a title, behind the mark that a title has. */
const markedAgain = ({ contract, workshop: { roles } }: Generation, draft: Draft): Draft => {
  const title = pathOf(contract, 'title');
  if (title === undefined) return draft;
  return roles.map(draft, title, (text) => (text.startsWith(testTitle) ? text : `${testTitle} ${text}`));
};

const besidesIn = (generation: Generation, broken: Broken): readonly string[] => {
  const opinion = opinionOf(generation, broken.draft);
  const findings = opinion.verdict === 'unjudgeable' ? [] : opinion.findings;
  return findings.filter((one) => !isMeant(broken, one)).map(({ constraint }) => constraint);
};

const foundIn = (generation: Generation, { draft }: Broken): string => {
  const opinion = opinionOf(generation, draft);
  if (opinion.verdict === 'unjudgeable') return opinion.reason.en;
  return describe(opinion.findings) || 'nothing';
};
