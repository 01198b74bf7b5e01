import fc from 'fast-check';
import type { QName } from '#xml/qname';
import type { XmlElement } from '#xml/tree';
import { createMaking, fromSchema, rootOf } from './schema/from-schema.ts';
import { GenerationError } from './schema/generation-error.ts';
import type { EditedTree } from './violation/edited-tree.ts';
import { createViolators, type Violator, type Violators } from './violation/violator.ts';
import { DocumentError } from './document-error.ts';
import { draws, type Drawn } from './draws.ts';
import { identitiesBroken, liesAtEdit, withoutFixedNames, type Opinion } from './judge/judge.ts';
import { blindSpot } from './judge/known-errors.ts';
import { ruleId } from './rules/document-rule.ts';
import { bytesOf, type Subject } from './subject.ts';
import { confirmed, type ValidDocument } from './valid-documents.ts';

/** A document that breaks one constraint by one edit of a valid one. */
export interface DocumentViolation {
  readonly parent: XmlElement;
  readonly tree: XmlElement;
  readonly bytes: Uint8Array;
  readonly constraint: string;
  /** The edit that breaks it: `child-dropped`. */
  readonly operator: string;
  /** The edited node: `/Dossier/Titel`. */
  readonly edited: string;
  /** Identity constraints that the same edit breaks as well, as libxml2 sees it. */
  readonly implied: readonly string[];
}

/** The result of a search for violations: those that libxml2 confirms, and why there are no more. */
export interface Search {
  readonly found: readonly Drawn<DocumentViolation>[];
  /** Why nothing was found, when nothing was. */
  readonly reason: string;
}

/** Violators for documents with a root, as these options make them. */
export const violatorsFor = ({ model, options }: Subject, root: QName): Violators =>
  createViolators(model, root, options);

interface Edit {
  readonly parent: XmlElement;
  readonly edit: EditedTree;
}

/** Edits of valid trees that are meant to break one constraint; undefined where the tree gives no occasion. */
const editsOf = ({ model, options }: Subject, root: QName, violator: Violator): fc.Arbitrary<Edit | undefined> => {
  const present = new Set([...(options.present ?? []), ...violator.present]);
  const none: fc.Arbitrary<Edit | undefined> = fc.constant(undefined);
  return fromSchema(model, root, { ...options, present }).chain(
    (parent) => violator.edit(parent)?.map((edit) => ({ parent, edit })) ?? none,
  );
};

const triesFor = (wanted: number): number => 60 + 10 * wanted;
/** A tree that gives no occasion counts for as many tries. */
const occasionless = 4;
const portion = 4;

/** As many elements will do for most violations. */
const smallSize = 100;

interface Asked {
  readonly violator: Violator;
  readonly wanted: number;
  readonly seed: number;
}

/** Searches for violations of one constraint, in large documents where small ones give none; only those are kept that libxml2 finds invalid, whose parent it finds valid. */
export const searchViolations = (subject: Subject, root: QName, asked: Asked): Search => {
  const small: Subject = { ...subject, options: { ...subject.options, usualSize: smallSize } };
  const found = searchIn(small, root, asked);
  return found.found.length > 0 || shareIn(small, root) === shareIn(subject, root)
    ? found
    : searchIn(subject, root, asked);
};

const shareIn = ({ model, options }: Subject, root: QName): number =>
  createMaking(model, rootOf(model, root), options).share;

const searchIn = (subject: Subject, root: QName, { violator, wanted, seed }: Asked): Search => {
  const { refusal } = subject.judge;
  if (refusal !== undefined) return { found: [], reason: `no violation can be confirmed: ${refusal}` };
  const found: Drawn<DocumentViolation>[] = [];
  let reason = 'nothing in any document gave an occasion to break it';
  let left = triesFor(wanted);
  try {
    for (const { value, ...origin } of draws(editsOf(subject, root, violator), seed, portion)) {
      left -= value === undefined ? occasionless : 1;
      const tried = value === undefined ? undefined : tryEdit(subject, root, { ...value, violator });
      if (typeof tried === 'string') reason = tried;
      else if (tried !== undefined) found.push({ value: tried, ...origin });
      if (left <= 0 || found.length === wanted) break;
    }
  } catch (error) {
    if (!(error instanceof GenerationError)) throw error;
    reason = error.message;
  }
  return { found, reason };
};

/** How many edits may fail before the first that is confirmed. */
const mostFailures = 300;

/** Violations of one constraint, each confirmed, while shrinking too; drawing throws `DocumentError` when none is found. */
export const confirmedViolations = (
  subject: Subject,
  root: QName,
  violator: Violator,
): fc.Arbitrary<DocumentViolation> => {
  let failures = 0;
  const isKept = (tried: DocumentViolation | string): tried is DocumentViolation => {
    if (typeof tried !== 'string') failures = -Infinity;
    failures += 1;
    if (failures > mostFailures)
      throw new DocumentError(`${violator.constraint.id} was not broken: ${typeof tried === 'string' ? tried : ''}`);
    return typeof tried !== 'string';
  };
  return editsOf(subject, root, violator)
    .map((value) =>
      value === undefined
        ? 'nothing in any document gave an occasion to break it'
        : (subject.judge.refusal ?? tryEdit(subject, root, { ...value, violator })),
    )
    .filter(isKept);
};

/** An edit as a violation, or why it is not kept as one. */
const tryEdit = (
  subject: Subject,
  root: QName,
  tried: Edit & { readonly violator: Violator },
): DocumentViolation | string => {
  const bytes = bytesOf(subject, tried.edit.tree);
  const opinion = withoutFixedNames(subject.model, tried.edit.tree, subject.judge.judge(bytes));
  const objection = objectionTo(subject, root, { ...tried, opinion });
  if (objection !== undefined) return objection;
  const { parent, edit, violator } = tried;
  const { constraint } = violator;
  const messages = opinion.verdict === 'invalid' ? opinion.messages : [];
  return {
    parent,
    tree: edit.tree,
    bytes,
    constraint: constraint.id,
    operator: edit.operator,
    edited: edit.path,
    implied: identitiesBroken(subject.model, edit, messages).filter((id) => id !== constraint.id),
  };
};

/** Why an edit is not kept as a violation; undefined when it is. */
const objectionTo = (
  subject: Subject,
  root: QName,
  { parent, edit, violator, opinion }: Edit & { readonly violator: Violator; readonly opinion: Opinion },
): string | undefined => {
  const { kind } = violator.constraint;
  if (opinion.verdict === 'unjudgeable') return opinion.reason;
  if (opinion.verdict === 'valid') return unseen(kind, edit.operator);
  if (!liesAtEdit(subject.model, edit, { messages: opinion.messages, kind }))
    return `libxml2 finds fault elsewhere than at the edit (${edit.operator} at ${edit.path})`;
  const before = confirmed(subject, root, parent);
  if (before.unjudged !== undefined && !isValidButForNames(subject, before)) return before.unjudged;
  const [rule] = subject.rules?.broken(before.bytes) ?? [];
  return rule === undefined ? undefined : `no document that could be broken kept rule ${ruleId(rule)}`;
};

const isValidButForNames = ({ model, judge }: Subject, { tree, bytes }: ValidDocument): boolean =>
  withoutFixedNames(model, tree, judge.judge(bytes)).verdict === 'valid';

const unseen = (kind: Violator['constraint']['kind'], operator: string): string => {
  const known = blindSpot(kind);
  const tried = `libxml2 finds what was tried valid (${operator})`;
  return known === undefined ? tried : `${tried}; ${known}`;
};
