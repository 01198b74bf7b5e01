import fc from 'fast-check';
import { Nonconformance } from './stop.ts';

/** A property: each generated value is one case. */
export interface Property<Value> {
  readonly arbitrary: fc.Arbitrary<Value>;
  /** Number of values. */
  readonly runs: number;
  readonly seed: number;
  /** Most attempts at a smaller case once one has failed. */
  readonly shrinks: number;
  /** Asked before each attempt at a smaller case; false ends them. */
  readonly mayShrink?: () => boolean;
  /** Milliseconds after which the property ends undecided. */
  readonly timeLimit: number;
  /** Makes the case; throws `Nonconformance` when the peer fails it and returns the number of the case. */
  readonly run: (value: Value) => Promise<void>;
}

/** Where the smallest failing case was found. */
export interface Found {
  readonly seed: number;
  readonly path: string;
}

/**
 * A property that ended before it had run all its values.
 *
 * @internal
 */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/**
 * Runs a property to its end. The first error that is no `Nonconformance` ends it as it is; a `Nonconformance` is made
 * smaller first, and rethrown with where it was found.
 */
export const forAll = async <Value>(property: Property<Value>): Promise<void> => {
  const attempt = attempts(property);
  const details = await fc.check(fc.asyncProperty(property.arbitrary, attempt.run), {
    seed: property.seed,
    numRuns: property.runs,
    plugins: [fc.interruptAfterTimeLimit(property.timeLimit)],
  });
  const stopped = attempt.stopped();
  if (stopped !== undefined) throw stopped;
  const smallest = attempt.smallest();
  if (smallest !== undefined) {
    throw Object.assign(smallest, { found: { seed: details.seed, path: details.counterexamplePath ?? '' } });
  }
  if (details.interrupted) {
    throw new Interrupted(`ended after ${String(details.numRuns)} of ${String(property.runs)} cases: time limit`);
  }
  if (details.failed) throw new Error('the property failed without an error', { cause: details.errorInstance });
};

/**
 * The run of one value, which remembers the smallest failure and keeps shrinking from drifting to another error. Once
 * nothing more is wanted it interrupts fast-check, since even a candidate that is not tried costs its generation.
 */
const attempts = <Value>(property: Property<Value>) => {
  let smallest: Nonconformance | undefined;
  let stopped: Error | undefined;
  let left = property.shrinks;
  const run = async (value: Value): Promise<void> => {
    if (stopped !== undefined || left < 0) throw new fc.PreconditionFailure(true);
    if (smallest !== undefined) {
      left -= 1;
      if (property.mayShrink?.() === false) left = -1;
      if (left < 0) throw new fc.PreconditionFailure(true);
    }
    try {
      await property.run(value);
    } catch (error) {
      if (error instanceof Nonconformance) smallest = error;
      else if (smallest === undefined) stopped = error instanceof Error ? error : new Error(String(error));
      else return;
      throw error;
    }
  };
  return { run, smallest: () => smallest, stopped: () => stopped };
};

/** Where a failure was found, when it came from a property. */
export const foundIn = (error: Nonconformance): Found | undefined =>
  'found' in error ? (error.found as Found) : undefined;
