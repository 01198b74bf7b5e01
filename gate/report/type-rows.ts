import { type RequirementId, type Topic, topicOf, topics } from '#judgement/requirements/registry';
import type { Verdict } from '#judgement/verdict';
import type { GateFacts } from '../facts/gate-facts.ts';

/** How the checks of one topic came out for one document type. */
export interface TopicCounts {
  readonly passed: number;
  readonly failed: number;
  readonly open: number;
}

/** A row of the table of document types and topics. */
export interface TypeRow {
  /** Undefined for what is of no known type, `whole` for what is of all together. */
  readonly documentType: string | undefined;
  readonly kind: 'type' | 'none' | 'whole';
  readonly received: number;
  readonly accepted: number;
  readonly there: number;
  readonly topics: ReadonlyMap<Topic, TopicCounts>;
}

interface Judged {
  readonly requirement: RequirementId;
  readonly verdict: Verdict;
}

const open: ReadonlySet<Verdict> = new Set(['untested', 'left-out', 'blocked', 'broken']);

const countsOf = (all: readonly Judged[]): ReadonlyMap<Topic, TopicCounts> =>
  new Map(
    [...Map.groupBy(all, ({ requirement }) => topicOf(requirement))].map(([topic, own]) => {
      const count = (is: (verdict: Verdict) => boolean): number => own.filter(({ verdict }) => is(verdict)).length;
      return [
        topic,
        {
          passed: count((verdict) => verdict === 'passed'),
          failed: count((verdict) => verdict === 'failed'),
          open: count((verdict) => open.has(verdict)),
        },
      ];
    }),
  );

/** A row for each document type that was declared or seen, and one for what is of all together. */
export const typeRows = (facts: GateFacts, declared: readonly string[]): readonly TypeRow[] => {
  const names = [
    ...new Set([
      ...declared,
      ...facts.types.flatMap(({ documentType }) => documentType ?? []),
      ...facts.whole.flatMap(({ documentType }) => documentType ?? []),
    ]),
  ];
  const unknown = facts.types.find(({ documentType, received }) => documentType === undefined && received > 0);
  const whole = facts.whole.filter(({ documentType }) => documentType === undefined);
  return [
    ...names.map((name) => typeRow(facts, name)),
    ...(unknown === undefined ? [] : [{ ...typeRow(facts, undefined), kind: 'none' as const }]),
    { ...empty, kind: 'whole' as const, topics: countsOf(whole) },
  ];
};

const empty = { documentType: undefined, received: 0, accepted: 0, there: 0 };

const typeRow = (facts: GateFacts, documentType: string | undefined): TypeRow => {
  const own = facts.types.find((one) => one.documentType === documentType);
  const bySelf = Object.entries(own?.verdicts ?? {}).map(
    ([requirement, verdict]) => ({ requirement: requirement as RequirementId, verdict }) satisfies Judged,
  );
  const ofRun = documentType === undefined ? [] : facts.whole.filter((one) => one.documentType === documentType);
  const there = facts.acceptedThere.filter((one) => one.documentType === documentType).length;
  const counts = { received: own?.received ?? 0, accepted: own?.accepted ?? 0, there };
  return { documentType, kind: 'type', ...counts, topics: countsOf([...bySelf, ...ofRun]) };
};

/** Topics that any row says something of, in the order of the registry. */
export const topicsIn = (rows: readonly TypeRow[]): readonly Topic[] =>
  (Object.keys(topics) as readonly Topic[]).filter((topic) => rows.some((row) => row.topics.has(topic)));
