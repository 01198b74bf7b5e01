import type { Bilingual } from '#contract/texts/bilingual';
import type { CheckEnded, CheckStarted, Event, Planned, ToDecide } from '#evidence/event';
import { refusals } from '#judgement/answer';

type Open = Pick<CheckEnded['counts'], 'cases' | 'exchanges' | 'accepted' | 'refused'> & {
  readonly started: CheckStarted;
};

/** Gathers the checks of a run that did not end, or did not even begin. */
export const stoppedFold = () => {
  const open = new Map<string, Open>();
  const known = new Set<string>();
  let planned: Planned | undefined;
  return {
    add: (event: Event): void => {
      if (event.type === 'planned') planned = event;
      if (event.type === 'check-started' || event.type === 'check-ended') known.add(event.check);
      if (event.type === 'check-started')
        open.set(event.check, { started: event, cases: 0, exchanges: 0, accepted: 0, refused: 0 });
      if (event.type === 'check-ended') open.delete(event.check);
      if (event.type !== 'exchange') return;
      const one = open.get(event.check);
      if (one !== undefined) open.set(event.check, counted(one, event));
    },
    /** Each as untested, since what was seen of it decides nothing; those that were out of the scope stay that. */
    result: (): readonly CheckEnded[] => [
      ...[...open.values()].map(asEnded),
      ...(planned?.checks ?? []).flatMap((one) => (known.has(one.check) ? [] : [neverBegun(one, planned)])),
    ],
  };
};

const counted = (one: Open, { case: number, answer }: { readonly case: number; readonly answer: string }): Open => ({
  started: one.started,
  cases: Math.max(one.cases, number),
  exchanges: one.exchanges + 1,
  accepted: one.accepted + (answer === 'accepted' ? 1 : 0),
  refused: one.refused + (refusals.has(answer) ? 1 : 0),
});

type What = Pick<CheckEnded, 'verdict' | 'reason' | 'counts'>;

const ended = (check: Omit<CheckStarted, 'type'>, what: What): CheckEnded => ({
  type: 'check-ended',
  ...check,
  ...what,
  ...{ deviation: undefined, counterexample: undefined, durationMs: 0 },
});

const asEnded = ({ started: { type: _, ...check }, ...counts }: Open): CheckEnded =>
  ended(check, { verdict: 'untested', reason: beforeItEnded, counts });

const neverBegun = ({ leftOut, ...check }: ToDecide, planned: Planned | undefined): CheckEnded => {
  const counts = { cases: 0, exchanges: 0, accepted: 0, refused: 0 };
  const left = leftOut === undefined ? undefined : planned?.leftOut[leftOut]?.reason;
  return left === undefined
    ? ended(check, { verdict: 'untested', reason: beforeItBegan, counts })
    : ended(check, { verdict: 'left-out', reason: left, counts });
};

const beforeItEnded: Bilingual = {
  nl: 'de run is gestopt voordat deze controle klaar was',
  en: 'the run was stopped before this check ended',
};

const beforeItBegan: Bilingual = {
  nl: 'de run is gestopt voordat deze controle begon',
  en: 'the run was stopped before this check began',
};
