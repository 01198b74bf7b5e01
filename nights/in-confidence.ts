import type { Finding } from './memory.ts';
import type { Failure, Night } from './night.ts';

/** What is known of a finding that is told in confidence; nothing of any other. */
type InConfidence = Pick<Finding, 'found' | 'repeats'>;

/** A run, as far as that goes. */
interface Tonight {
  readonly night: Pick<Night, 'replays'>;
  readonly passedTonight: ReadonlySet<string>;
}

/** That of a new finding, or of one after a run: the runs that found it, without those whose case passes now, and those of its failures. */
export const inConfidence = (
  before: Pick<Finding, 'found' | 'repeats' | 'places'> | undefined,
  failures: readonly Failure[],
  { night, passedTonight }: Tonight,
): InConfidence => {
  const shown = failures.flatMap(({ found }) => found ?? []);
  if (before?.found === undefined && shown.length === 0) return {};
  const passes = before?.repeats === true && before.places.some(({ check }) => passedTonight.has(check));
  const isFixed = (one: string): boolean =>
    passes || night.replays.some(({ found, outcome }) => found === one && outcome === 'fixed');
  const left = (before?.found ?? []).filter((one) => !isFixed(one));
  return {
    found: [...new Set([...left, ...shown])].slice(0, mostFound),
    repeats: shown.length > 0 ? failures.every(({ repeats }) => repeats === true) : before?.repeats,
  };
};

/** Runs that are kept of a finding; without a corpus each night brings another. */
const mostFound = 30;
