import fc from 'fast-check';
import type { QName } from '#xml/qname';
import { GenerationError } from '../schema/generation-error.ts';
import { DocumentError } from '../document-error.ts';
import { first, type Drawn } from '../draws.ts';
import { mutationsOf, type Mutation } from './mutations.ts';
import { ruleId, type DocumentRule } from './document-rule.ts';
import { declarationsNamed, wordsOfRule } from './rule-words.ts';
import { bytesOf, type Subject } from '../subject.ts';
import { validDocuments, type ValidDocument } from '../valid-documents.ts';
import type { DocumentViolation, Search } from '../violations.ts';

/** How far a rule's violations are searched for: valid documents that are edited, and edits of each. */
const limits = { parents: 30, edits: 60 } as const;

interface Wanted {
  readonly rule: DocumentRule;
  readonly wanted: number;
  readonly seed: number;
}

/**
 * Searches for documents that keep the schema and break this rule alone, by edits of valid ones; first of documents that have what
 * the rule names. The path of what is found ends in `~` and the number of the edit.
 */
export const searchRuleViolations = (subject: Subject, root: QName, { rule, wanted, seed }: Wanted): Search => {
  const found: Drawn<DocumentViolation>[] = [];
  const tried: Tried = { edits: 0, parents: 0, together: new Set() };
  for (const parent of parentsOf(subject, root, { rule, seed })) {
    const one = firstBreaking(subject, { parent, rule }, tried);
    if (one !== undefined) found.push(one);
    if (found.length === wanted) break;
  }
  return { found, reason: reasonOf(tried) };
};

interface Tried {
  edits: number;
  parents: number;
  /** Rules that were broken along with this one. */
  readonly together: Set<string>;
}

const reasonOf = ({ edits, parents, together }: Tried): string => {
  const also = together.size === 0 ? '' : `; it broke only together with ${[...together].join(', ')}`;
  return parents === 0
    ? 'not violable: no valid document was found that could be edited'
    : `not violable: ${String(edits)} edits of ${String(parents)} valid documents did not break it alone${also}`;
};

/** Documents that have what the rule names, and then as many of any kind. */
function* parentsOf(
  subject: Subject,
  root: QName,
  { rule, seed }: { readonly rule: DocumentRule; readonly seed: number },
): Generator<Drawn<ValidDocument>> {
  const { model, options } = subject;
  const named = declarationsNamed(model, wordsOfRule(rule));
  const naming = { ...options, present: new Set([...(options.present ?? []), ...named]) };
  for (const own of [naming, options]) yield* asFarAsItGoes({ ...subject, options: own }, root, seed);
}

function* asFarAsItGoes(subject: Subject, root: QName, seed: number): Generator<Drawn<ValidDocument>> {
  try {
    yield* first(validDocuments(subject, root, { seed }), limits.parents / 2);
  } catch (error) {
    // What the rule names can stand in each other's way.
    if (!(error instanceof DocumentError || error instanceof GenerationError)) throw error;
  }
}

const firstBreaking = (
  subject: Subject,
  { parent, rule }: { readonly parent: Drawn<ValidDocument>; readonly rule: DocumentRule },
  tried: Tried,
): Drawn<DocumentViolation> | undefined => {
  if (parent.value.unjudged !== undefined) return undefined;
  tried.parents += 1;
  const mutations = mutationsOf(subject, parent.value.tree, wordsOfRule(rule));
  if (mutations === undefined) return undefined;
  const { seed, path, value } = parent;
  const all = fc.sample(mutations, { seed: seed ^ Number(path), numRuns: limits.edits });
  for (const [index, mutation] of all.entries()) {
    tried.edits += 1;
    const bytes = bytesOf(subject, mutation.tree);
    if (isAlone(subject, { rule, bytes }, tried))
      return { value: violationOf(mutation, { rule, bytes, parent: value }), seed, path: `${path}~${String(index)}` };
  }
  return undefined;
};

const isAlone = (
  { rules, judge }: Subject,
  { rule, bytes }: { readonly rule: DocumentRule; readonly bytes: Uint8Array },
  tried: Tried,
): boolean => {
  const broken = rules?.broken(bytes) ?? [];
  if (!broken.includes(rule) || judge.judge(bytes).verdict !== 'valid') return false;
  for (const other of broken) if (other !== rule) tried.together.add(ruleId(other));
  return broken.length === 1;
};

const violationOf = (
  { tree, operator, edited }: Mutation,
  { rule, bytes, parent }: { readonly rule: DocumentRule; readonly bytes: Uint8Array; readonly parent: ValidDocument },
): DocumentViolation => ({
  parent: parent.tree,
  tree,
  bytes,
  constraint: ruleId(rule),
  operator,
  edited,
  implied: [],
});
