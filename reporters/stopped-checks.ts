import type { Bilingual } from '#contract/texts/bilingual';
import type { CheckEnded, CheckStarted, Counts, Event, Planned, ToDecide } from '#evidence/event';
import { countedWith, noCounts } from '#evidence/so-far';

interface Open {
  readonly started: Omit<CheckStarted, 'type'>;
  readonly counts: Counts;
}

/** Gathers the checks of a run that did not end, or did not even begin. */
export const stoppedFold = () => {
  const open = new Map<string, Open>();
  const ended = new Map<string, CheckEnded>();
  const known = new Set<string>();
  let planned: Planned | undefined;
  const reopen = (key: string): void => {
    const before = ended.get(key);
    if (before !== undefined) open.set(key, { started: before, counts: before.counts });
    ended.delete(key);
  };
  return {
    add: (event: Event): void => {
      if (event.type === 'planned') planned = event;
      if (event.type === 'check-started' || event.type === 'check-ended') known.add(event.check);
      if (event.type === 'check-started')
        open.set(event.check, { started: event, counts: open.get(event.check)?.counts ?? noCounts });
      if (event.type === 'check-ended') {
        open.delete(event.check);
        ended.set(event.check, event);
      }
      if (event.type === 'run-resumed') event.again.forEach(reopen);
      if (event.type !== 'exchange') return;
      const one = open.get(event.check);
      if (one !== undefined) open.set(event.check, { ...one, counts: countedWith(one.counts, event) });
    },
    /** Each as untested, since what was seen of it decides nothing; those that were out of the scope stay that. */
    result: (): readonly CheckEnded[] => [
      ...[...open.values()].map(asEnded),
      ...(planned?.checks ?? []).flatMap((one) => (known.has(one.check) ? [] : [neverBegun(one, planned)])),
    ],
  };
};

type What = Pick<CheckEnded, 'verdict' | 'reason' | 'counts'>;

const asUndecided = (check: Omit<CheckStarted, 'type'>, what: What): CheckEnded => ({
  type: 'check-ended',
  ...check,
  ...what,
  ...{ deviation: undefined, counterexample: undefined, durationMs: 0 },
});

const asEnded = ({ started, counts }: Open): CheckEnded => {
  const { check, requirement, documentType, constraint, level, ground, seed } = started;
  return asUndecided(
    { check, requirement, documentType, constraint, level, ground, seed },
    { verdict: 'untested', reason: beforeItEnded, counts },
  );
};

const neverBegun = ({ leftOut, ...check }: ToDecide, planned: Planned | undefined): CheckEnded => {
  const left = leftOut === undefined ? undefined : planned?.leftOut[leftOut]?.reason;
  return left === undefined
    ? asUndecided(check, { verdict: 'untested', reason: beforeItBegan, counts: noCounts })
    : asUndecided(check, { verdict: 'left-out', reason: left, counts: noCounts });
};

const beforeItEnded: Bilingual = {
  nl: 'de run is gestopt voordat deze controle klaar was',
  en: 'the run was stopped before this check ended',
};

const beforeItBegan: Bilingual = {
  nl: 'de run is gestopt voordat deze controle begon',
  en: 'the run was stopped before this check began',
};
