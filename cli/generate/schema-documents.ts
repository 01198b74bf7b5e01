import { GenerationError } from '#documents/schema/generation-error';
import { EngineBug } from '#documents/document-error';
import { draws, first } from '#documents/draws';
import { pardoned } from '#documents/judge/judge';
import { type DocumentVariant, rewritings, type Rewritten, variantsOf } from '#documents/variants';
import { ruleId } from '#documents/rules/document-rule';
import { searchRuleViolations } from '#documents/rules/rule-violations';
import { rootText, type Subject } from '#documents/subject';
import { validDocuments } from '#documents/valid-documents';
import { type Search, searchViolations, violatorsFor } from '#documents/violations';
import { seedOf } from '#harness/seed';
import type { QName } from '#xml/qname';
import type { XmlElement } from '#xml/tree';
import { folderNames } from './folder-names.ts';

/** One line of `index.ndjson` for documents of a schema. */
export interface DocumentEntry {
  /** Relative to the folder; absent for a constraint that nothing was made to break. */
  readonly file?: string;
  readonly kind: 'valid' | 'violation' | 'variant' | 'untested';
  /** Expanded name: `{namespace}name`. */
  readonly root?: string;
  readonly constraint?: string;
  readonly operator?: string;
  readonly edited?: string;
  /** Identity constraints that a violation breaks as well. */
  readonly implied?: readonly string[];
  readonly variant?: string;
  readonly seed?: number;
  readonly path?: string;
  /** Why libxml2 could not confirm a valid document. */
  readonly unjudged?: string;
  readonly reason?: string;
}

export interface MadeDocument {
  readonly entry: DocumentEntry;
  readonly bytes: Uint8Array | undefined;
  /** Of a valid document. */
  readonly tree?: XmlElement;
}

export interface Amounts {
  readonly n: number;
  readonly seed: number;
  readonly violations?: boolean;
  readonly variants?: boolean;
}

interface Batch {
  readonly subject: Subject;
  readonly roots: readonly QName[];
  readonly amounts: Amounts;
  readonly file: (root: QName, name: string) => string;
}

/** Everything asked for of a schema, in order, made while it is asked for; roots that nothing can be made of are told as untested. */
export function* makeDocuments(subject: Subject, roots: readonly QName[], amounts: Amounts): Generator<MadeDocument> {
  const folders = folderNames(roots);
  let last = 0;
  const file = (root: QName, name: string): string =>
    `${folders.get(root) ?? 'documents'}/${String((last += 1)).padStart(12, '0')}-${name}.xml`;
  const batch: Batch = { subject, roots, amounts, file };
  const usable: QName[] = [];
  for (const root of roots) {
    try {
      yield* valid(batch, root);
      usable.push(root);
    } catch (error) {
      if (!(error instanceof GenerationError)) throw error;
      yield { entry: { kind: 'untested', root: rootText(root), reason: error.message }, bytes: undefined };
    }
  }
  const left: Batch = { ...batch, roots: usable };
  if (amounts.violations === true) {
    yield* violations(left);
    yield* ruleViolations(left);
  }
  if (amounts.variants === true) for (const root of usable) yield* variants(left, root);
}

function* valid({ subject, amounts, file }: Batch, root: QName): Generator<MadeDocument> {
  const seed = seedOf(amounts.seed, rootText(root));
  for (const { value, ...origin } of first(validDocuments(subject, root, { seed }), amounts.n)) {
    const unjudged = value.unjudged === undefined ? {} : { unjudged: value.unjudged };
    yield {
      entry: { file: file(root, 'valid'), kind: 'valid', root: rootText(root), ...origin, ...unjudged },
      bytes: value.bytes,
      tree: value.tree,
    };
  }
}

/** Each constraint below the first root in whose documents it can be broken. */
function* violations(batch: Batch): Generator<MadeDocument> {
  const { subject, roots, amounts } = batch;
  const all = new Map(roots.map((root) => [root, violatorsFor(subject, root)]));
  const constraints = all.values().next().value?.constraints ?? [];
  const wanted = shareOf(amounts.n, constraints.length);
  for (const { id } of constraints)
    yield* firstFound(batch, id, (root, seed) => {
      const violator = all.get(root)?.of(id);
      return violator && searchViolations(subject, root, { violator, wanted, seed });
    });
}

function* ruleViolations(batch: Batch): Generator<MadeDocument> {
  const { subject, amounts } = batch;
  const rules = subject.rules?.rules ?? [];
  const wanted = shareOf(amounts.n, rules.length);
  for (const rule of rules)
    yield* firstFound(batch, ruleId(rule), (root, seed) => searchRuleViolations(subject, root, { rule, wanted, seed }));
}

const shareOf = (n: number, parts: number): number => Math.max(1, Math.ceil(n / Math.max(1, parts)));

/** What is found below the first root that gives anything; else why none does. */
function* firstFound(
  { roots, amounts, file }: Batch,
  constraint: string,
  search: (root: QName, seed: number) => Search | undefined,
): Generator<MadeDocument> {
  let reason = nowhere;
  for (const root of roots) {
    const result = search(root, seedOf(amounts.seed, `${rootText(root)} ${constraint}`));
    if (result === undefined) continue;
    for (const { value, seed, path } of result.found) {
      const { operator, edited, implied } = value;
      const also = implied.length === 0 ? {} : { implied };
      const entry = {
        kind: 'violation',
        root: rootText(root),
        seed,
        path,
        constraint,
        operator,
        edited,
        ...also,
      } as const;
      yield { entry: { file: file(root, 'violation'), ...entry }, bytes: value.bytes };
    }
    if (result.found.length > 0) return;
    ({ reason } = result);
  }
  yield { entry: { kind: 'untested', constraint, reason }, bytes: undefined };
}

const nowhere =
  'it binds nowhere by itself below these roots: nothing leads to it, or it is part of a union or abstract and what stands for that is broken in its place';

/** How many documents in a row may give no occasion for a way of writing. */
const mostUnfit = 200;

function* variants({ subject, amounts, file }: Batch, root: QName): Generator<MadeDocument> {
  const wanted = Math.max(1, Math.ceil(amounts.n / rewritings.length));
  for (const kind of rewritings) {
    let [left, unfit] = [wanted, 0];
    const seed = seedOf(amounts.seed, `${rootText(root)} ${kind}`);
    for (const { value, ...origin } of draws(variantsOf(subject, root, kind), seed)) {
      if (value === undefined || (subject.rules?.broken(value.bytes).length ?? 0) > 0) unfit += 1;
      else {
        const entry = {
          kind: 'variant',
          root: rootText(root),
          variant: kind,
          ...origin,
          ...judged(subject, kind, value),
        } as const;
        yield { entry: { file: file(root, `variant-${kind}`), ...entry }, bytes: value.bytes };
        [left, unfit] = [left - 1, 0];
      }
      if (left === 0 || unfit > mostUnfit) break;
    }
    if (left === wanted) {
      const reason = `in none of ${String(mostUnfit)} documents does this way of writing keep what is said (mixed content, names in values) and the rules`;
      yield { entry: { kind: 'untested', root: rootText(root), variant: kind, reason }, bytes: undefined };
    }
  }
}

const judged = (
  { judge, model }: Subject,
  kind: Rewritten,
  { tree, bytes }: DocumentVariant,
): Pick<DocumentEntry, 'unjudged'> => {
  const opinion = pardoned(model, tree, judge.judge(bytes));
  if (opinion.verdict === 'valid') return {};
  if (opinion.verdict === 'unjudgeable') return { unjudged: opinion.reason };
  throw new EngineBug(
    `a valid document written with ${kind} is not, says libxml2: ${opinion.messages[0]?.message ?? ''}`,
    bytes,
  );
};
