import type fc from 'fast-check';
import type { QName } from '#xml/qname';
import type { XmlElement } from '#xml/tree';
import { fromSchema } from './schema/from-schema.ts';
import { DocumentError, EngineBug } from './document-error.ts';
import type { DocumentRule } from './rules/document-rule.ts';
import { draws, type Drawn } from './draws.ts';
import { oneLine, pardoned } from './judge/judge.ts';
import { bytesOf, rootText, type Subject } from './subject.ts';

/** A document that keeps the schema, and the rules where there are any. */
export interface ValidDocument {
  readonly tree: XmlElement;
  readonly bytes: Uint8Array;
  /** Why libxml2 could not confirm it; undefined when it did. */
  readonly unjudged: string | undefined;
}

/** How many documents in a row may break a rule before the search is given up. */
const mostRejected = 1000;

/** Trees of valid documents with a root; the rules are not looked at. */
export const treesOf = ({ model, options }: Subject, root: QName): fc.Arbitrary<XmlElement> =>
  fromSchema(model, root, options);

/** Valid documents without end, each confirmed; throws `DocumentError` when no document keeps the rules, `EngineBug` when one is disputed. */
export function* validDocuments(
  subject: Subject,
  root: QName,
  { seed, trees = treesOf(subject, root) }: { readonly seed: number; readonly trees?: fc.Arbitrary<XmlElement> },
): Generator<Drawn<ValidDocument>> {
  const search = ruleSearch(subject, root);
  for (const { value: tree, ...origin } of draws(trees, seed)) {
    const document = confirmed(subject, root, tree);
    if (search(document)) yield { value: document, ...origin };
  }
}

/** The trees that keep the rules as well; drawing throws `DocumentError` when none does for too long. */
export const keepingRules = (
  subject: Subject,
  root: QName,
  trees: fc.Arbitrary<XmlElement>,
): fc.Arbitrary<XmlElement> => {
  if (subject.rules === undefined) return trees;
  const search = ruleSearch(subject, root);
  return trees.filter((tree) => search({ bytes: bytesOf(subject, tree) }));
};

/** A tree as a document that libxml2 takes, or can't judge; throws `EngineBug` when it does not take it. */
export const confirmed = (subject: Subject, root: QName, tree: XmlElement): ValidDocument => {
  const bytes = bytesOf(subject, tree);
  const opinion = pardoned(subject.model, tree, subject.judge.judge(bytes));
  if (opinion.verdict !== 'invalid')
    return { tree, bytes, unjudged: opinion.verdict === 'unjudgeable' ? opinion.reason : undefined };
  const [first] = opinion.messages;
  throw new EngineBug(
    `a document with the root ${rootText(root)} that is meant to be valid is not, says libxml2: ${oneLine(first?.message ?? '')}`,
    bytes,
  );
};

/** Says whether a document keeps the rules; throws when none did for too long, with the rule that stood most in the way. */
const ruleSearch = ({ rules }: Subject, root: QName): ((document: Pick<ValidDocument, 'bytes'>) => boolean) => {
  if (rules === undefined) return () => true;
  let rejected = 0;
  const blame = new Map<DocumentRule, number>();
  return ({ bytes }) => {
    const broken = rules.broken(bytes);
    if (broken.length === 0) {
      rejected = 0;
      return true;
    }
    rejected += 1;
    for (const rule of broken) blame.set(rule, (blame.get(rule) ?? 0) + 1);
    if (rejected > mostRejected) throw unkept(root, blame);
    return false;
  };
};

const unkept = (root: QName, blame: ReadonlyMap<DocumentRule, number>): DocumentError => {
  const [worst] = [...blame].sort(([, one], [, other]) => other - one);
  const rule = worst?.[0];
  const place = rule === undefined ? '' : `${rule.place.file}:${String(rule.place.line)}: `;
  return new DocumentError(
    `${place}no document with the root ${rootText(root)} of ${String(mostRejected)} that were made keeps rule ${rule?.id ?? ''}; ` +
      'chance does not find one: loosen the rule, or narrow the schema',
  );
};
