import { isMadeAgain } from './made-again.ts';
import type { Finding } from './memory.ts';
import type { Failure, Night } from './night.ts';
import { casesOf } from './own-cases.ts';

/** A run, as far as that goes. */
interface Tonight {
  readonly night: Night;
  readonly passedTonight: ReadonlySet<string>;
}

/** What is known of a finding that is told in confidence, and nothing of any other: the runs that found it, without those of which all cases that are its own pass now, and those of its failures. */
export const inConfidence = (
  before: Pick<Finding, 'cause' | 'found' | 'made' | 'places'> | undefined,
  failures: readonly Failure[],
  { night, passedTonight }: Tonight,
): Pick<Finding, 'found'> => {
  const shown = failures.flatMap(({ found }) => found ?? []);
  if (before?.found === undefined) return shown.length === 0 ? {} : { found: [...new Set(shown)] };
  const cases = casesOf(before, night);
  const there = before.places.filter(({ trail }) => trail.endsWith('x'));
  const passes = isMadeAgain(before, night) && there.every(({ check }) => passedTonight.has(check));
  const isFixed = (run: string): boolean => {
    const own = cases.filter(({ found }) => found === run);
    return own.length === 0 ? passes : own.every(({ outcome }) => outcome === 'fixed');
  };
  const left = before.found.filter((one) => !isFixed(one));
  return { found: [...new Set([...left, ...shown])].slice(0, mostFound) };
};

/** Runs that are kept of a finding; without a corpus each night brings another. */
const mostFound = 30;
