import type { ReplayOutcome } from '#evidence/corpus/case-shape';
import type { KeptCase } from '#evidence/corpus/corpus';
import type { Event } from '#evidence/event';
import type { Damaged } from '#evidence/journal-feed';
import { answerKindsFold } from '#nights/answer-kinds';
import { failsOtherwise } from '#nights/failures-of';
import type { Verdict } from '#judgement/verdict';
import type { Chosen } from '#suites/replay/choose';

/** What the cases of a corpus came to in a run, by their names: those that were sent again, and those that their check decides. One that fails by another answer than its own shows nothing of its cause. */
export const replayOutcomes = (
  { byCheck }: Pick<Chosen, 'byCheck'>,
  events: Iterable<Event | Damaged>,
  contract: string,
): ReadonlyMap<string, ReplayOutcome> => {
  const outcomes = new Map<string, ReplayOutcome>();
  const byKey = Map.groupBy(byCheck, keyOf);
  const kinds = answerKindsFold();
  for (const event of events) {
    if (event.type === 'damaged') continue;
    kinds.add(event);
    if (event.type === 'replayed') {
      const isOther = failsOtherwise({ ...event, kind: kinds.ofCase(event) }, contract);
      outcomes.set(event.from, isOther ? 'blocked' : event.outcome);
    }
    if (event.type !== 'check-ended') continue;
    const outcome = ofVerdict[event.verdict];
    if (outcome !== undefined) for (const { name } of byKey.get(event.check) ?? []) outcomes.set(name, outcome);
  }
  return outcomes;
};

const keyOf = ({ one: { requirement, documentType, constraint } }: KeptCase): string =>
  [requirement, documentType, constraint].filter((part) => part !== undefined).join('/');

/** A check that is out of the scope of a run says nothing of its cases. */
const ofVerdict: Readonly<Partial<Record<Verdict, ReplayOutcome>>> = {
  passed: 'fixed',
  failed: 'failed',
  blocked: 'blocked',
  untested: 'blocked',
};
