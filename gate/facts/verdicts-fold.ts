import type { CheckEnded, Event } from '#evidence/event';
import type { Damaged } from '#evidence/journal-feed';
import { withoutAgain } from '#evidence/run-resumed';
import type { TypeFound } from '#evidence/types-event';
import { verdictsFold as foundedFold } from '#evidence/verdicts';
import type { Verdict } from '#judgement/verdict';
import type { TypeFacts, WholeVerdict } from './gate-facts.ts';

/** More checks than a run of any contract has: what comes after them is not folded, and shows that the journal was made up. */
const mostChecks = 20_000;

/** Gathers the verdicts of evidence: over the whole, and by document type. */
export const verdictsFold = () => {
  const founded = foundedFold();
  let checks: CheckEnded[] = [];
  let types: readonly TypeFound[] = [];
  let unprovable = 0;
  let isAgain = false;
  return {
    add: (event: Event | Damaged): void => {
      founded.add(event);
      if (event.type === 'recording-started') [checks, types, unprovable, isAgain] = [[], [], 0, false];
      if (event.type === 'judged' && event.unprovable !== undefined) unprovable += 1;
      if (event.type === 'run-resumed') checks = withoutAgain(checks, event);
      if (event.type === 'check-ended' && checks.length <= mostChecks) checks.push(event);
      if (event.type !== 'types') return;
      isAgain ||= types.length > 0;
      types = event.types;
    },
    result: () => ({
      whole: checks.map(wholeOf),
      types: types.map(typeOf),
      unprovable,
      unfounded: [
        ...founded.result().unfounded.map(({ check }) => check),
        ...twice(checks.map(({ check }) => check)),
        ...twice(types.map(({ documentType }) => documentType ?? '')),
        ...(isAgain ? ['types'] : []),
        ...(checks.length > mostChecks ? ['check-ended'] : []),
      ],
    }),
  };
};

const wholeOf = ({ requirement, documentType, verdict, deviation }: CheckEnded): WholeVerdict => ({
  ...{ requirement, documentType, verdict },
  actual: deviation?.actual,
});

const kinds: Readonly<Record<string, Verdict>> = { conforms: 'passed', deviates: 'failed' };

const typeOf = ({ documentType, messages, accepted, unprovable, judgements }: TypeFound): TypeFacts => ({
  ...{ documentType, received: messages, accepted, isUnprovable: unprovable !== undefined },
  verdicts: Object.fromEntries(
    Object.entries(judgements).map(([requirement, kind]) => [requirement, kinds[kind] ?? kind]),
  ),
});

const twice = (names: readonly string[]): readonly string[] => {
  const known = new Set<string>();
  return names.filter((name) => known.size === known.add(name).size);
};
