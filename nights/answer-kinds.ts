import type { Event, ExchangeRecorded } from '#evidence/event';
import { isOverRun } from '#judgement/streams/over-run';
import type { CheckEnded } from '#evidence/event';

/** What holds no values of a seed: a refusal with its status, an acceptance, or why there was no answer. */
const kindOf = ({ answer, status, failure }: ExchangeRecorded): string => {
  if (answer === 'none') return failure?.kind ?? 'none';
  return answer === 'accepted' || answer === 'alive' ? answer : `${answer} ${String(status ?? '')}`.trimEnd();
};

/** Beside what a case is about: its control, and what was set aside. */
const beside: ReadonlySet<string> = new Set(['control', 'tried']);

/** Gathers which kinds of answer the failing case of each check came to. */
export const answerKindsFold = () => {
  const open = new Map<string, Map<number, Set<string>>>();
  const kinds = new Map<string, string>();
  const exchange = (event: ExchangeRecorded): void => {
    if (beside.has(event.purpose)) return;
    const cases = open.get(event.check) ?? new Map<number, Set<string>>();
    open.set(event.check, cases);
    cases.set(event.case, (cases.get(event.case) ?? new Set()).add(kindOf(event)));
  };
  const ended = ({ check, requirement, verdict, counterexample }: CheckEnded): void => {
    const cases = open.get(check);
    open.delete(check);
    // What all exchanges decide together is shown by whichever came first.
    if (verdict !== 'failed' || isOverRun(requirement)) return;
    const shown = cases?.get(counterexample?.case ?? 0);
    if (shown !== undefined) kinds.set(check, [...shown].sort().join(', '));
  };
  return {
    add: (event: Event): void => {
      if (event.type === 'exchange') exchange(event);
      if (event.type === 'check-ended') ended(event);
    },
    result: (): ReadonlyMap<string, string> => kinds,
  };
};
