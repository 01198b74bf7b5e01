import { planCoverage, type CoveragePlan } from '#documents/coverage/plan';
import { ruleId } from '#documents/rules/document-rule';
import { rootText } from '#documents/subject';
import { openSubject, type SchemaChoice } from '../generate/generate-from-schema.ts';
import { type DocumentEntry, makeDocuments } from '../generate/schema-documents.ts';
import type { Ticker } from '../ticker.ts';
import { type Collector, createCollector, type GeneratedCoverage } from './collector.ts';

/** What `generate --schema` reaches of a schema with the same seed and number. */
export const schemaCoverage = (
  choice: SchemaChoice,
  { n, seed }: { readonly n: number; readonly seed: number },
  ticker: Ticker,
): GeneratedCoverage => {
  const { subject, roots } = openSubject(choice);
  const collector = createCollector();
  const plans = new Map(
    roots.map((root): [string, CoveragePlan] => [rootText(root), planCoverage(subject.model, root)]),
  );
  for (const { goals } of plans.values()) collector.addGoals(goals);
  collector.addGoals((subject.rules?.rules ?? []).map((rule) => ({ kind: 'broken', id: ruleId(rule) })));
  try {
    for (const { entry, tree } of makeDocuments(subject, roots, { n, seed, violations: true })) {
      const hits = tree && plans.get(entry.root ?? '')?.hits(tree);
      if (hits !== undefined) collector.valid(hits);
      else count(collector, entry);
      ticker.tick(collector.line);
    }
    return collector.result(seed);
  } finally {
    subject.judge.dispose();
    subject.rules?.dispose();
  }
};

const count = (
  { broken, untested }: Collector,
  { kind, root = '', constraint = root, reason = '' }: DocumentEntry,
): void => {
  if (kind === 'violation') broken(constraint);
  if (kind === 'untested') untested({ constraint, reason });
};
