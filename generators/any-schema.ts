import type fc from 'fast-check';
import { constraintsOf, type SchemaConstraint } from '#xml/schema/constraints';
import { readCatalog } from '#xml/schema/catalog';
import type { QName } from '#xml/qname';
import { parseTree } from '#xml/parse';
import type { XmlElement } from '#xml/tree';
import { countHits, foldCoverage, type Coverage } from '#documents/coverage/fold';
import { goalKey } from '#documents/coverage/goal';
import { planCoverage } from '#documents/coverage/plan';
import { DocumentError } from '#documents/document-error';
import { loadSchema } from '#documents/load/load-schema';
import type { Opinion } from '#documents/judge/judge';
import { rewritings, variantsOf as variantsOfKind, type DocumentVariant, type Rewritten } from '#documents/variants';
import type { SchemaFiles } from '#documents/load/schema-files';
import { bytesOf, createSubject, rootsOf, type Subject } from '#documents/subject';
import { keepingRules, treesOf } from '#documents/valid-documents';
import { confirmedViolations, violatorsFor, type DocumentViolation } from '#documents/violations';
import { namedRoot } from './named-root.ts';
import { createRuleJudge } from './rule-judge.ts';
import type { SchemaOptions } from '#documents/schema/options';
import { dutchText } from './text/dutch-text.ts';

/** A schema that was read whole and checked. */
export interface Schema {
  /** The global elements that can be the root of a document. */
  readonly roots: readonly QName[];
  /** Everything that a document can break. */
  readonly constraints: readonly SchemaConstraint[];
  /** What libxml2 says of a document. */
  readonly judge: (bytes: Uint8Array) => Opinion;
  /** Frees what libxml2 holds of the schema; nothing of the schema can be used afterwards. */
  readonly dispose: () => void;
  /** What the functions of this module work with. */
  readonly subject: Subject;
}

/** Which documents: the root by its local name, as `{namespace}name` or as a name; Schematron rules as `name` and `bytes`. */
export interface DocumentChoice extends Omit<SchemaOptions, 'shared' | 'usualSize'> {
  readonly root: string | QName;
  readonly rules?: { readonly name: string; readonly bytes: Uint8Array };
}

/** Valid documents, as trees and as bytes in UTF-8. */
export interface Documents {
  readonly trees: fc.Arbitrary<XmlElement>;
  readonly bytes: fc.Arbitrary<Uint8Array>;
}

/** Violations of one constraint. */
export interface ConstraintViolations {
  readonly constraint: SchemaConstraint;
  /** Each confirmed by libxml2, while shrinking too; drawing throws `DocumentError` with the reason when none is found. */
  readonly violations: fc.Arbitrary<DocumentViolation>;
}

/** Valid documents in one other way of writing; drawing throws `DocumentError` where each would mean something else. */
export interface Variants {
  readonly kind: Rewritten;
  readonly variants: fc.Arbitrary<DocumentVariant>;
}

/** Reads a schema and what it refers to from disk, offline; throws `DocumentError` for files, `SchemaError` with construct, file and line. */
export const readSchemaFile = (file: string, { catalog }: { readonly catalog?: string | undefined } = {}): Schema =>
  schemaOf(loadSchema(file, catalog));

/** Reads a schema from bytes by name; `catalog` names an OASIS XML catalogue among them. Throws `SchemaError`, or `XmlError` for the catalogue. */
export const readSchemaBytes = (
  files: ReadonlyMap<string, Uint8Array>,
  entry: string,
  { catalog }: { readonly catalog?: string | undefined } = {},
): Schema => {
  const bytes = catalog === undefined ? undefined : files.get(catalog);
  return schemaOf({ files, entry, catalog: bytes && catalog !== undefined ? readCatalog(bytes, catalog) : undefined });
};

const schemaOf = (files: SchemaFiles): Schema => {
  const subject = createSubject(files, { text: dutchText });
  return {
    roots: rootsOf(subject.model),
    constraints: constraintsOf(subject.model),
    judge: subject.judge.judge,
    dispose: subject.judge.dispose,
    subject,
  };
};

/** Valid documents with a root; throws `DocumentError` for a root that there is none of, `GenerationError` when nothing can be made. */
export const fromSchema = ({ subject }: Schema, choice: DocumentChoice): Documents => {
  const { chosen, root } = choose(subject, choice);
  const trees = keepingRules(chosen, root, treesOf(chosen, root));
  return { trees, bytes: trees.map((tree) => bytesOf(chosen, tree)) };
};

/** Violations of each constraint that binds below a root, one constraint at a time. */
export const violationsOf = ({ subject }: Schema, choice: DocumentChoice): readonly ConstraintViolations[] => {
  const { chosen, root } = choose(subject, choice);
  const violators = violatorsFor(chosen, root);
  return violators.constraints.flatMap((constraint): readonly ConstraintViolations[] => {
    const violator = violators.of(constraint.id);
    return violator === undefined ? [] : [{ constraint, violations: confirmedViolations(chosen, root, violator) }];
  });
};

/** Valid documents in each other way of writing: the same meaning in other bytes. */
export const variantsOf = ({ subject }: Schema, choice: DocumentChoice): readonly Variants[] => {
  const { chosen, root } = choose(subject, choice);
  return rewritings.map((kind) => ({
    kind,
    variants: variantsOfKind(chosen, root, kind).filter(thatKeepMeaning(kind)),
  }));
};

/** How many documents in a row may change their meaning. */
const mostRejected = 300;

const thatKeepMeaning = (kind: Rewritten): ((one: DocumentVariant | undefined) => one is DocumentVariant) => {
  let rejected = 0;
  return (one): one is DocumentVariant => {
    rejected = one === undefined ? rejected + 1 : 0;
    if (rejected <= mostRejected) return one !== undefined;
    throw new DocumentError(`no document that was made keeps its meaning when it is written with ${kind}`);
  };
};

/** What documents reach of a schema, as trees or as bytes that are well-formed, and which constraints violations broke. */
export const coverageOf = (
  { subject }: Schema,
  choice: Pick<DocumentChoice, 'root'>,
  {
    documents,
    broken = [],
  }: { readonly documents: Iterable<XmlElement | Uint8Array>; readonly broken?: Iterable<string> },
): Coverage => {
  const { goals, hits } = planCoverage(subject.model, choose(subject, choice).root);
  return foldCoverage(goals, countHits(allHits(hits, documents, broken)));
};

function* allHits(
  hits: (tree: XmlElement) => readonly string[],
  documents: Iterable<XmlElement | Uint8Array>,
  broken: Iterable<string>,
): Generator<string> {
  for (const one of documents) yield* hits(one instanceof Uint8Array ? parseTree(one) : one);
  for (const id of broken) yield goalKey({ kind: 'broken', id });
}

const choose = (
  subject: Subject,
  { root, rules, ...options }: DocumentChoice,
): { readonly chosen: Subject; readonly root: QName } => ({
  chosen: {
    ...subject,
    options: { ...subject.options, ...options },
    rules: rules === undefined ? undefined : createRuleJudge(rules.name, rules.bytes),
  },
  root: typeof root === 'string' ? namedRoot(subject.model, root) : root,
});

export { DocumentError };
export type { Coverage, DocumentVariant, DocumentViolation, Opinion, QName, SchemaConstraint, XmlElement };
