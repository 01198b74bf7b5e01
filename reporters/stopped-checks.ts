import type { CheckEnded, CheckStarted, Event } from '#evidence/event';

type Open = Pick<CheckEnded['counts'], 'cases' | 'exchanges' | 'accepted' | 'refused'> & {
  readonly started: CheckStarted;
};

/** Gathers the checks that began and did not end. */
export const stoppedFold = () => {
  const open = new Map<string, Open>();
  return {
    add: (event: Event): void => {
      if (event.type === 'check-started')
        open.set(event.check, { started: event, cases: 0, exchanges: 0, accepted: 0, refused: 0 });
      if (event.type === 'check-ended') open.delete(event.check);
      if (event.type !== 'exchange') return;
      const one = open.get(event.check);
      if (one !== undefined) open.set(event.check, counted(one, event));
    },
    /** Each as untested, since what was seen of it decides nothing. */
    result: (): readonly CheckEnded[] => [...open.values()].map(asEnded),
  };
};

const counted = (one: Open, { case: number, answer }: { readonly case: number; readonly answer: string }): Open => ({
  started: one.started,
  cases: Math.max(one.cases, number),
  exchanges: one.exchanges + 1,
  accepted: one.accepted + (answer === 'accepted' ? 1 : 0),
  refused: one.refused + (answer === 'fault' || answer === 'http-error' ? 1 : 0),
});

const asEnded = ({ started: { type: _, ...check }, ...counts }: Open): CheckEnded => ({
  type: 'check-ended',
  ...check,
  verdict: 'untested',
  counts,
  reason: {
    nl: 'de run is gestopt voordat deze controle klaar was',
    en: 'the run was stopped before this check ended',
  },
  deviation: undefined,
  counterexample: undefined,
  durationMs: 0,
});
