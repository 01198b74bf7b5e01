import { answerKind, kindOf } from '#evidence/cause';
import type { CheckEnded, Event } from '#evidence/event';

/** Gathers which kinds of answer the failing case of each check came to. */
export const answerKindsFold = () => {
  const open = new Map<string, Map<number, Set<string>>>();
  /** Of exchanges that another case can take up, by their ids. */
  const known = new Map<string, string>();
  const kinds = new Map<string, string>();
  const add = ({ check, case: number }: { readonly check: string; readonly case: number }, kind: string): void => {
    const cases = open.get(check) ?? new Map<number, Set<string>>();
    open.set(check, cases);
    cases.set(number, (cases.get(number) ?? new Set()).add(kind));
  };
  const ended = ({ check, requirement, verdict, counterexample }: CheckEnded): void => {
    const cases = open.get(check);
    open.delete(check);
    if (verdict === 'failed') kinds.set(check, kindOf(requirement, cases?.get(counterexample?.case ?? 0) ?? []));
  };
  return {
    add: (event: Event): void => {
      if (event.type === 'check-ended') ended(event);
      if (event.type !== 'exchange' && event.type !== 'shared') return;
      const kind = event.type === 'exchange' ? answerKind(event) : known.get(event.exchange);
      if (kind === undefined) return;
      if (event.type === 'exchange') known.set(event.id, kind);
      add(event, kind);
    },
    /** Those of a case of a check that has not ended yet. */
    ofCase: ({ check, case: number }: { readonly check: string; readonly case: number }): string =>
      kindOf(check.split('/', 1)[0] ?? '', open.get(check)?.get(number) ?? []),
    result: (): ReadonlyMap<string, string> => kinds,
  };
};
